"""Checks that need code. Each module is one subject; every function here has a card."""
