"""Reading anyone's published annual report, and saying what in it cannot be right."""
