"""What the file of a request says, in words: the same at the terminal and on the desk."""
