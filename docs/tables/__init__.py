"""The reference pages that are tables of what the code holds, one function each."""
