"""The smaller registers on the command line: one module for each, and what they share."""
