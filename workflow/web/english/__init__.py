"""The English of the pages, by area: Chinese source text on the left, English on the right."""
