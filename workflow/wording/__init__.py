"""Every coded sentence, in Chinese and English: what is refused, missing or wrong, in words."""
