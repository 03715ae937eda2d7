"""Forty requests of an invented town, each told in working days before today.

The people, places and papers are made up. `ago` is how many working days before today the request
came in; each act is a move, so many working days after that, with its terms.
"""

from workflow.demo.closed_stories import CLOSED_STORIES
from workflow.demo.open_stories import OPEN_STORIES

STORIES = OPEN_STORIES + CLOSED_STORIES
