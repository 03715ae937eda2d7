"""The tables: columns only, office first in every key; questions are asked of the registers."""
