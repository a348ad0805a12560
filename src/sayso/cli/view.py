"""How rows look on a screen: values in, lines of text out."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["article_line", "columns_of", "excerpt", "fact", "places", "plain", "quarantine_lines", "statement_lines"]

from sayso.errors import codes

Row = dict[str, Any]

_NARROWEST = 12

_ASIDES = (("addressee", "to"), ("target", "about"))


def plain(text: str) -> str:
    """A text with nothing in it that would steer a terminal or turn its writing direction."""
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs") else "�" for c in text)


def _width() -> int:
    return min(110, shutil.get_terminal_size((100, 24)).columns)


def excerpt(text: str, length: int) -> str:
    """The beginning of a text on one line."""
    flat = " ".join(plain(text).split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


def columns_of(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as aligned columns under their names; where the screen is too narrow, the widest columns give way."""
    full = [[" ".join(plain("" if cell is None else str(cell)).split()) for cell in row] for row in rows]
    widths = _fitted([max([len(name), *(len(row[at]) for row in full)]) for at, name in enumerate(names)])
    cells = [
        [
            _tail(cell, width) if name == "uri" else excerpt(cell, width)
            for name, cell, width in zip(names, row, widths, strict=True)
        ]
        for row in full
    ]
    lines = [names, ["─" * width for width in widths], *cells]
    joined = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in joined)


def _fitted(widths: list[int]) -> list[int]:
    room = _width() - 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        at = widths.index(max(widths))
        others = max([width for place, width in enumerate(widths) if place != at], default=0)
        widths[at] = max(_NARROWEST, min(widths[at] - 1, max(others, widths[at] - (sum(widths) - room))))
    return widths


def _tail(text: str, length: int) -> str:
    """The end of a place, which tells more than its beginning."""
    return text if len(text) <= length else f"…{text[-(length - 1) :]}"


def statement_lines(row: Row, article: Row | None) -> str:
    """A statement as a person reads it: who, what it does, the words, and where they stand."""
    speaker, source = row["speaker"], row["source"]
    who = _called(speaker) if speaker else "nobody named"
    how = [f"as “{plain(source['quote'])}”"] if source and speaker and source["quote"] != speaker["name"] else []
    how += [f"found by {speaker['resolved_by']}"] if speaker and speaker["resolved_by"] else []
    how_found = ", ".join(how)
    said = "did not say" if row["negated"] else row["cue"]["quote"] if row["cue"] else "in quotation marks"
    facts = [
        ("who", plain(f"{who}  ({how_found})" if how else who)),
        ("actor", _actor(speaker)),
        ("says", f"{plain(said)} · {row['act']} · {row['form']} · confidence {row['confidence']:.2f}"),
        *((f"{to}", plain(_called(row[name]))) for name, to in _ASIDES if row[name]),
        ("on", _day(row)),
        ("words", " … ".join(plain(span["quote"]) for span in row["content"])),
        ("in", article_line(article) if article else row["uri"]),
        ("at", f"{row['uri']}, characters {places(row['raw']['content'])} of the original"),
        ("row", row["id"]),
    ]
    return "\n".join(fact(name, value) for name, value in facts if value)


def _actor(speaker: Row | None) -> str:
    """The actor of the registry or the ledger that is meant, and how it was matched."""
    if not speaker or not (speaker["actor_id"] or speaker["member_of"]):
        return ""
    how = f"  ({speaker['actor_by']})" if speaker["actor_by"] else ""
    return plain(f"{speaker['actor_id']}{how}" if speaker["actor_id"] else f"of {speaker['member_of']}{how}")


def _called(actor: Row) -> str:
    """A name with what the article tells of its bearer: `Ayla Rehmat, spokeswoman, Foreign Ministry [PAK]`."""
    named = actor["name"].lower()
    told = [told for told in (actor["role"], actor["affiliation"]) if told and told.lower() not in named]
    return ", ".join([actor["name"], *told]) + (f" [{actor['country']}]" if actor["country"] else "")


def _day(row: Row) -> str:
    """When it was said, and the words that tell it."""
    if not row["said_on"]:
        return ""
    return f"{row['said_on']}  (“{plain(row['when']['quote'])}”)" if row["when"] else str(row["said_on"])


def quarantine_lines(row: Row) -> str:
    """What could not be read as a person reads it: where, why, and what to do about it."""
    tried = "" if row["attempts"] == 1 else f", tried {row['attempts']} times"
    facts = [
        ("at", row["uri"]),
        ("why", f"{row['code']} ({row['stage']}{tried}): {row['message'].removeprefix(row['uri']).lstrip(': ')}"),
        ("next", codes()[row["code"]]["next"]),
    ]
    return "\n".join(fact(name, plain(value)) for name, value in facts)


def article_line(article: Row) -> str:
    """Title, outlet and day of an article."""
    known = [article["title"] or "no title", article["outlet"] or "outlet unknown", article["published"] or "undated"]
    return plain(" · ".join(known))


def places(pairs: list[list[int]]) -> str:
    """Stretches of characters, each from its first to the one after its last."""
    return ", ".join(f"{start}–{end}" for start, end in pairs)


def fact(name: str, value: str) -> str:
    """A line that tells one thing of a row, folded to the width of the terminal."""
    lead = f"  {name:<6} "
    return textwrap.fill(value, _width(), initial_indent=lead, subsequent_indent=" " * len(lead))
