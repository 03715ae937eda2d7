"""The state chart: every lawful move, with its article, its guards and its roles."""
