"""The rules a published report is checked by: one table, and a small function for each."""
