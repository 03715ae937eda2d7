"""The kinds of file a report is published in, each read into text and grids of cells."""
