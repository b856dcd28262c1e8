"""What English says and how surely. Pure functions of a document; nothing here reports."""
