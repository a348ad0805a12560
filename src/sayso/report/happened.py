"""Happenings in, the section on what is reported to have happened out: newest first, on whose word, with the tolls."""

from __future__ import annotations

from typing import Any

from sayso.report.days import bounds
from sayso.report.parts import Item, Line, Run, Section, name, own
from sayso.report.sections import Ground, section_of
from sayso.report.spelled import spelled
from sayso.report.telling import joined, names_of
from sayso.report.words import bounds_words, phrase, plain, plural

__all__ = ["happened"]

Row = dict[str, Any]


def happened(ground: Ground) -> Section:
    """What is reported to have happened."""
    rows = [row for row in ground.pile.rows("happenings") if _is_asked(row, ground)]
    rows.sort(key=lambda row: row["id"])
    rows.sort(key=lambda row: (bounds(row["date"]) or ("", ""))[1], reverse=True)
    return section_of(
        "happened",
        "What is reported to have happened",
        "Newest first. Each is what reports tell, on the word of those named; a row in an outlet's own voice says so.",
        "happenings",
        {"": rows},
        lambda row: _item(row, ground),
        ground,
    )


def _events(row: Row, ground: Ground) -> list[Row]:
    return [event for one in row["events"] if (event := ground.pile.row(one, "events"))]


def _is_asked(row: Row, ground: Ground) -> bool:
    asked = ground.selection
    if asked.is_everything:
        return True
    events = _events(row, ground)
    tellers = [ground.pile.row(event["asserted_by"], "statements") for event in events]
    parties = [party for event in events for party in (*event["actors"], *event["recipients"])]
    return (
        asked.takes_day(*([row["date"]] if row["date"] else [ground.pile.told_on(event) for event in events]))
        and asked.takes_party([*parties, *(said["speaker"] for said in tellers if said)])
        and asked.takes_place([row["place"], *(event["place"] for event in events)], [])
    )


def _item(row: Row, ground: Ground) -> Item:
    lines = [_toll(row, slot, ground) for slot in ("killed", "injured") if row[slot]]
    return Item(row["id"], _lead(row, ground), (*lines, *ground.teller.rows(row["events"])))


def _lead(row: Row, ground: Ground) -> Line:
    place = row["place"]
    where = (
        spelled(place["name"], row["events"], ground.pile) + (f" [{place['country']}]" if place.get("country") else "")
        if place
        else ""
    )
    what = f"{phrase('roots', row['root'])} is reported"
    realities = {event["reality"] for event in _events(row, ground)}
    told_as = ", ".join(words for one in sorted(realities) if (words := phrase("realities", one)))
    line: list[Run] = [name(row["date"] or "No date"), own(", "), *([name(where), own(", ")] if where else [])]
    line += [own(what + (f" ({told_as})" if told_as else ""))]
    line += _parties(row, ground)
    count = f". {plural(row['reports'], 'report')}, {plural(row['origins'], 'origin')}."
    return (*line, own(count))


def _parties(row: Row, ground: Ground) -> list[Run]:
    """Who did it, to whom; those who are both are told once."""
    by, to = (
        names_of([spelled(one, row["events"], ground.pile) for one in row[key]]) for key in ("actors", "recipients")
    )
    if by and set(row["actors"]) == set(row["recipients"]):
        return [own(": between " if len(set(row["actors"])) > 1 else ": by "), name(by)]
    told = [(word, names) for word, names in (("by ", by), ("to ", to)) if names]
    return [run for at, (word, names) in enumerate(told) for run in (own((", " if at else ": ") + word), name(names))]


def _told_as(row: Row, ground: Ground) -> str:
    """How figures are told: of what may never have been, that it is told so."""
    realities = sorted({event["reality"] for event in _events(row, ground)})
    return "as told" if "actual" in realities or not realities else phrase("realities", realities[0])


def _toll(row: Row, slot: str, ground: Ground) -> Line:
    """The range told, and who says which figure."""
    range_ = row[slot]
    lead = f"{phrase('slots', slot)}, {_told_as(row, ground)}: {bounds_words(range_['low'], range_['high'])}"
    lead += ", figures that cannot all be so. " if range_["conflicting"] else ". "
    tolls = [toll for toll in row["tolls"] if toll["slot"] == slot]
    said = [_figure(toll, ground) for toll in tolls]
    return (own(lead), *joined(said), own("." if said else ""))


def _figure(toll: Row, ground: Ground) -> Line:
    found = ground.pile.find(toll["row"])
    if found is None:
        return name(plain(toll["by"] or "")), own(f": {bounds_words(toll['low'], toll['high'])}")
    return ground.teller.figure(found[1], toll["slot"], [toll["low"], toll["high"]])
