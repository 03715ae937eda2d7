"""`disclosure letter`: the letters of an office on a terminal."""
