"""The parts of a Word document: its styles, and what is written into it."""
