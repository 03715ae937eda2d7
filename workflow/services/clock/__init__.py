"""`disclosure clock`: questions of the statutory clock, answered without a database."""
