"""One predicate per legal condition: a Refusal that names the article, or None."""
