"""The medical editor's red pen, as a linter."""

__version__ = "0.1.0"
