"""What the legal texts say, as data, each line beside its article."""
