"""The use cases, one file per family: they decide nothing and commit nothing."""
