"""Kinds of names as the newswire corpus tells them apart in; OntoNotes labels, which spaCy's users know, out."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["label_of"]

LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "NORP": "NORP",
    "Facility": "FAC",
    "Date": "DATE",
    "Money": "MONEY",
    "Product": "PRODUCT",
    "Misc": "MISC",
}
_NATURE = frozenset(
    """africa america antarctica arctic asia balkans bank basin bay beach border canal cape caucasus channel coast continent corridor crescent
    delta desert east eurasia europe forest gulf highlands hill hills horn island islands isthmus lake levant line maghreb
    mediterranean mountain mountains mount north ocean oceania pacific atlantic indo-pacific pass peak peninsula plain plateau
    reef region ridge river sahel sahara sea shoal south strait straits subcontinent valley west mideast middle""".split()
)


def label_of(kind: str, words: Sequence[str]) -> str:
    """The OntoNotes label of a name; a Location with a word of nature or a continent is LOC, any other GPE.

    >>> label_of("Location", ["Strait", "of", "Hormuz"]), label_of("Location", ["Chaman"]), label_of("NORP", ["Afghan"])
    ('LOC', 'GPE', 'NORP')
    """
    if kind == "Location":
        return "LOC" if any(word.lower() in _NATURE for word in words) and not _is_state(words) else "GPE"
    return LABELS[kind]


def _is_state(words: Sequence[str]) -> bool:
    """`South Korea`, `North Carolina`, `West Bengal`: a point of the compass before one name."""
    return (
        len(words) == 2 and words[0].lower() in ("north", "south", "east", "west") and words[1].lower() not in _NATURE
    )
