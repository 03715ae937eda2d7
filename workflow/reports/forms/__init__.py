"""The official forms: one module each, its rows and columns as data."""
