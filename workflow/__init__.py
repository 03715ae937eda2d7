"""The office: the register, the use cases, the letters, the reports, and the ways in."""
