"""Deciding item by item: what stands, who answers for it, and the outcome that follows."""
