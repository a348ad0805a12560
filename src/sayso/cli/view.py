"""How rows look on a screen: values in, lines of text out."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["columns_of", "excerpt", "plain", "statement_lines"]

Row = dict[str, Any]


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
    """Rows as aligned columns under their names, cut to the width of the screen."""
    longest = max(12, _width() // max(1, min(len(names), 4)))
    cells = [[excerpt("" if cell is None else str(cell), longest) for cell in row] for row in rows]
    widths = [max([len(name), *(len(row[at]) for row in cells)]) for at, name in enumerate(names)]
    lines = [names, ["─" * width for width in widths], *cells]
    joined = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in joined)


def statement_lines(row: Row, article: Row | None) -> str:
    """A statement as a person reads it: who, what it does, the words, and where they stand."""
    speaker, source = row["speaker"], row["source"]
    who = speaker["name"] if speaker else "nobody named"
    how = [f"as “{plain(source['quote'])}”"] if source and speaker and source["quote"] != speaker["name"] else []
    how += [f"found by {speaker['resolved_by']}"] if speaker and speaker["resolved_by"] else []
    how_found = ", ".join(how)
    said = "did not say" if row["negated"] else row["cue"]["quote"] if row["cue"] else "in quotation marks"
    facts = [
        ("who", plain(f"{who}  ({how_found})" if how else who)),
        ("says", f"{plain(said)} · {row['act']} · {row['form']} · confidence {row['confidence']:.2f}"),
        ("words", " … ".join(plain(span["quote"]) for span in row["content"])),
        ("in", _article_line(article) if article else row["uri"]),
        ("at", f"{row['uri']}, characters {_places(row['raw']['content'])} of the original"),
        ("row", row["id"]),
    ]
    return "\n".join(_fact(name, value) for name, value in facts)


def _article_line(article: Row) -> str:
    known = [article["title"] or "no title", article["outlet"] or "outlet unknown", article["published"] or "undated"]
    return plain(" · ".join(known))


def _places(pairs: list[list[int]]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in pairs)


def _fact(name: str, value: str) -> str:
    lead = f"  {name:<6} "
    return textwrap.fill(value, _width(), initial_indent=lead, subsequent_indent=" " * len(lead))
