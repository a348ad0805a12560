"""Pairs of figures in, the section on numbers that cannot both be so out: the figures of one thing side by side."""

from __future__ import annotations

from typing import Any

from sayso.report.parts import Item, Line, Section, detail, name, own
from sayso.report.sections import Ground, section_of
from sayso.report.spelled import spelled
from sayso.report.telling import joined
from sayso.report.words import bounds_words, phrase

__all__ = ["counted"]

Row = dict[str, Any]


def counted(ground: Ground) -> Section:
    """Numbers about one happening that cannot both be so."""
    conflicts = [row for row in ground.pile.rows("numbers") if row["relation"] == "conflict" and _is_asked(row, ground)]
    sets: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(conflicts, key=lambda row: row["id"]):
        sets.setdefault((row["happening_id"] or row["id"], row["slot"]), []).append(row)
    return section_of(
        "counted",
        "Numbers that cannot both be so",
        "Figures about one happening, from the lowest, and which of them exclude each other. Later counts of the same "
        "chain, and counts of different things, are not among them.",
        "numbers",
        {"": [{"pairs": sets[key]} for key in sorted(sets)]},
        lambda row: _item(row["pairs"], ground),
        ground,
    )


def _pair(row: Row, ground: Ground) -> list[Row]:
    return [found[1] for key in ("a", "b") if (found := ground.pile.find(row[key]))]


def _is_asked(row: Row, ground: Ground) -> bool:
    asked = ground.selection
    if asked.is_everything:
        return True
    pair = _pair(row, ground)
    tellers = [ground.pile.row(one.get("asserted_by"), "statements") for one in pair]
    parties = [party for one in pair for party in (*one.get("actors", ()), *one.get("recipients", ()))]
    parties += [one.get("speaker") for one in (*pair, *tellers) if one]
    words = [span["quote"] for one in pair for span in one.get("content") or ()]
    return (
        asked.takes_day(*(ground.pile.told_on(one) for one in pair))
        and asked.takes_party(parties)
        and asked.takes_place([one.get("place") for one in pair], words)
    )


def _item(pairs: list[Row], ground: Ground) -> Item:
    told: dict[tuple[str, ...], list[str]] = {}
    for row in pairs:
        ranges = sorted((row[key] or [None, None] for key in ("a_range", "b_range")), key=_lowest)
        told.setdefault(tuple(bounds_words(*one) for one in ranges), []).append(row["id"])
    excluded: list[Line] = [
        (own(f"{' and '.join(both)} ("), detail(", ".join(ids)), own(")")) for both, ids in told.items()
    ]
    both = (own("Cannot both be so: "), *joined(excluded), own("."))
    return Item(pairs[0]["id"], _lead(pairs[0], ground), (*_figures(pairs, ground), both))


def _lowest(bounds: list[int | None]) -> list[int]:
    return [-1 if bound is None else bound for bound in bounds]


def _lead(row: Row, ground: Ground) -> Line:
    known = phrase("slots", row["slot"])
    lead: Line = (own(known),) if known[:1].isupper() else (own("Count of "), name(known))
    happening = ground.pile.row(row["happening_id"], "happenings")
    if happening is None:
        return lead
    place = happening["place"]
    about = f", {phrase('roots', happening['root'])} as reported"
    told = [happening["date"], place and spelled(place["name"], happening["events"], ground.pile)]
    return (*lead, own(about), own(": "), name(", ".join(one for one in told if one) or "no date or place"))


def _figures(pairs: list[Row], ground: Ground) -> list[Line]:
    """Each figure once, from the lowest."""
    told = {row[key]: row[f"{key}_range"] or [None, None] for row in pairs for key in ("a", "b")}
    ids = sorted(told, key=lambda one: (_lowest(told[one]), one))
    found = [(one, ground.pile.find(one)) for one in ids]
    return [ground.teller.figure(row[1], pairs[0]["slot"], told[one]) for one, row in found if row]
