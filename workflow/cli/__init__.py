"""The command line: the same services in other words."""
