"""`disclosure request`: one module for each family of commands."""
