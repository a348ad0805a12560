"""An event that has not happened yet in; the root under which PLOVER codes its being promised or threatened out.

The manual: where one root fits, never code a root and a flag. A future CONSULT, SUPPORT, COOPERATE or AID is an AGREE,
a future RETREAT a CONCEDE; harm that its own speaker announces is a THREATEN.
"""

from __future__ import annotations

from sayso.extract.events.coding import Coded

__all__ = ["recoded"]

_AGREED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_PROMISING = frozenset(("assurance", "offer", "acceptance", "announcement"))
_THREATS = {
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "MOBILIZE": "violence",
    "PROTEST": None,
}
_BY_MODE = {"arrest": "arrest", "expel": "expel", "deport": "expel"}


def recoded(event: Coded, act: str | None) -> tuple[str, str | None]:
    """Root and mode; `act` is the speech act of the statement inside which the event stands, None for the outlet.

    What the outlet itself tells for the future (`will visit`) is agreed on; what a speaker tells is so where the
    statement promises, and a threat where it threatens.
    """
    clause = event.match.predicate.clause
    if event.reality != "planned" or clause is None or not (clause.tense == "future" or "would" in clause.modality):
        return event.root, event.mode
    if act in (None, *_PROMISING):
        if event.root in _AGREED:
            return "AGREE", None
        if event.root == "RETREAT":
            return "CONCEDE", None
    if act == "threat" and event.root in _THREATS:
        return "THREATEN", _BY_MODE.get(event.mode or "", _THREATS[event.root])
    return event.root, event.mode
