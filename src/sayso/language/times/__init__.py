"""Times: a text and the day it was published in, its TIMEX3 time expressions with values and precision out.

>>> from datetime import date
>>> [(found.value, found.mod) for found in times("He will return in early October.", date(2025, 7, 1))]
[('2025-10', 'START')]
"""

from sayso.language.times.tagging import times
from sayso.language.times.timex import Timex

__all__ = ["Timex", "times"]
