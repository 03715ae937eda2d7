"""The ways of telling: one class, one send(), one name each."""
