"""Inputs that nobody would write, and what must hold of each; see CONTRIBUTING.md for the long run."""
