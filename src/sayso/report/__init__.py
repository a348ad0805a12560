"""Reports: a published ledger in; the brief an analyst would hand on, or why a row stands as it does, out."""

from sayso.report.brief import brief_of
from sayso.report.explaining import Explanation, Stood, explanation_of
from sayso.report.formats import FORMATS, written
from sayso.report.parts import Brief
from sayso.report.selection import Selection, Wanted

__all__ = [
    "FORMATS",
    "Brief",
    "Explanation",
    "Selection",
    "Stood",
    "Wanted",
    "brief_of",
    "explanation_of",
    "written",
]
