"""The JSON API under /api/v1: for other programs, by bearer token, and by the desk's own rules."""
