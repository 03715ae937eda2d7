"""Which days the State works, and how working days are counted."""
