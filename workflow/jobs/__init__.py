"""The heavy jobs, the same however they are queued."""
