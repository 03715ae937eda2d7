"""The desk in a browser: pages for clerks, for those who check and approve, and for everyone."""
