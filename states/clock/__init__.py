"""Every statutory date of a request, and the count that explains it."""
