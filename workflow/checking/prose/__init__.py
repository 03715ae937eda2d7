"""What the text of a report plainly says: counts, breakdowns, percentages, comparisons, dates."""
