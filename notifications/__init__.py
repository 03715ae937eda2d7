"""Telling: who should be told what by today, and the channels that tell them."""
