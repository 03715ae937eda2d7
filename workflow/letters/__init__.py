"""The letters of an office: which there are, the facts each needs, and the words it says."""
