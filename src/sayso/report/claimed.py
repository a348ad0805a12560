"""Claims in, the sections on who says what out: contested ones first, both sides' words side by side."""

from __future__ import annotations

from typing import Any

from sayso.report.parts import Item, Line, Section, Side, own
from sayso.report.sections import Ground, section_of
from sayso.report.words import phrase, plural

__all__ = ["claimed", "single"]

Row = dict[str, Any]

_SHARED = ("contested", "acknowledged", "corroborated", "repeated")


def claimed(ground: Ground) -> Section:
    """Claims that more than one report bears on, by verdict."""
    asked = _asked(ground)
    return section_of(
        "claimed",
        "Who says what",
        "Claims that several reports share, or that somebody denies. What denies a claim does not undo it: both stand.",
        "claims",
        {phrase("verdicts", verdict): [row for row in asked if row["verdict"] == verdict] for verdict in _SHARED},
        lambda row: _item(row, ground),
        ground,
    )


def single(ground: Ground) -> Section:
    """Claims that one origin alone bears."""
    return section_of(
        "single",
        "What rests on a single origin",
        "One report, one origin: nobody else in the pile says so, and nobody denies it.",
        "claims",
        {"": [row for row in _asked(ground) if row["verdict"] not in _SHARED]},
        lambda row: _alone(row, ground),
        ground,
    )


def _asked(ground: Ground) -> list[Row]:
    """The claims asked for: most origins and reports first, then by id."""
    rows = [row for row in ground.pile.rows("claims") if _is_asked(row, ground)]
    return sorted(rows, key=lambda row: (-row["origins"], -row["reports"], row["id"]))


def _is_asked(row: Row, ground: Ground) -> bool:
    asked = ground.selection
    if asked.is_everything:
        return True
    ids = (*row["asserted"], *row["denied"], *row["events"], *row["acknowledged"])
    found = [one[1] for row_id in ids if (one := ground.pile.find(row_id))]
    parties = [one.get(key) for one in found for key in ("speaker", "addressee", "target")]
    parties += [party for one in found if "trigger" in one for party in (*one["actors"], *one["recipients"])]
    words = [row["text"], *(span["quote"] for one in found for span in one.get("content") or ())]
    return (
        asked.takes_day(*(ground.pile.told_on(one) for one in found))
        and asked.takes_party(parties)
        and asked.takes_place([one.get("place") for one in found], words)
    )


def _item(row: Row, ground: Ground) -> Item:
    lead = (own("Claim: "), *ground.teller.claim(row)[1:], own(f" {_counts(row)}"))
    says, voices = _asserting(row, ground)
    against = (*ground.teller.rows(row["denied"]), *_countered(row, ground))
    owned = ground.teller.rows(row["acknowledged"])
    if not against and not owned:
        return Item(row["id"], lead, (*says, *voices))
    sides = [Side("Who says so", says)]
    sides += [Side("The side it is held against says so too", tuple(owned))] if owned else []
    sides += [Side("Who denies it, or says what cannot also be so", against)] if against else []
    return Item(row["id"], lead, voices, tuple(sides))


def _asserting(row: Row, ground: Ground) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Who says so; and what outlets report themselves of the happening that is spoken of, where somebody says so."""
    said, reported = (tuple(ground.teller.rows(row[key])) for key in ("asserted", "events"))
    if not said:
        return reported, ()
    return said, tuple((own("Of the same happening, "), *line) for line in reported)


def _countered(row: Row, ground: Ground) -> tuple[Line, ...]:
    """The first words of each claim that cannot also be so."""
    claims = [claim for one in row["countered"] if (claim := ground.pile.row(one, "claims"))]
    shown = set(row["denied"])
    return tuple(
        line
        for claim in claims
        for line in ground.teller.rows([one for one in (*claim["asserted"], *claim["events"]) if one not in shown])[:1]
    )


def _counts(row: Row) -> str:
    return f"({plural(row['origins'], 'origin')}, {plural(row['reports'], 'report')})"


def _alone(row: Row, ground: Ground) -> Item:
    says, voices = _asserting(row, ground)
    return Item(row["id"], says[0] if says else ground.teller.claim(row), (*says[1:], *voices))
