"""What each command does. A door: it may ask, print and write; what is found is decided below."""
