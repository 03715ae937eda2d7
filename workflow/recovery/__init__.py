"""Backups that can be trusted, the way back from one, and what is wrong with an installation."""
