"""The smaller registers of an office: what is entered, put right and made void, and what is due."""
