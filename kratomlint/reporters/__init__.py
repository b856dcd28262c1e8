"""Results to characters. Nothing here decides what is found."""
