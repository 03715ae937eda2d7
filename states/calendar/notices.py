"""Every holiday notice since the Regulations came into force, oldest first.

A new year's notice goes at the end of the latest period, days off and worked weekends as its text
has them; one that amends a year follows the notice it amends.
"""

from states.calendar.notice import HolidayNotice
from states.calendar.notices_2008_2015 import NOTICES_2008_2015
from states.calendar.notices_2016_2026 import NOTICES_2016_2026

NOTICES: tuple[HolidayNotice, ...] = (*NOTICES_2008_2015, *NOTICES_2016_2026)
