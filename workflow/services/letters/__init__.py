"""Letters: written, issued, printed again; and what an office sets for them."""
