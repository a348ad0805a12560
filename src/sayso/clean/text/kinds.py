"""What a line is by its own looks: a line in; its kind, or how much it looks like a title, out."""

from __future__ import annotations

import re

from sayso.clean.text.layout import sentence_ends
from sayso.clean.text.metadata import date_line, names_in, read_byline
from sayso.clean.text.tables import field_of, fits, words
from sayso.model.dates import find_yearless

__all__ = ["entry_of", "is_masthead", "is_organ", "kind_of", "title_strength"]

_FIELD = re.compile(r"([A-Za-z][A-Za-z ]{1,18}):\s+(\S.*)")
_NUMBERS = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
"""A day that may be two; nothing but a day all the same."""
_UNNAMED = re.compile(r"(?i)by (?:an?|our) [\w' ]{3,40}")


def kind_of(line: str) -> str:
    """What a line of a head is by its own looks; `text` if it may be a title or prose.

    >>> kind_of("PRESS RELEASE"), kind_of("Karva, 16 January 2026"), kind_of("By Ann Roe")
    ('release', 'date', 'byline')
    """
    if len(line) > 240:
        return "text"
    if not any(c.isalnum() for c in line):
        return "rule"
    for name in ("release", "reference"):
        if fits(name, line):
            return name
    if entry_of(line):
        return "field"
    if _is_byline(line):
        return "byline"
    if date_line(line) or _NUMBERS.fullmatch(line) or _is_yearless(line):
        return "date"
    return "organ" if is_organ(line) else "text"


def entry_of(line: str) -> re.Match[str] | None:
    """The key and the value of "Source: The Karva Post", where the value is one that such a key has."""
    entry = _FIELD.fullmatch(line)
    name = field_of(entry[1]) if entry else None
    if entry is None or name is None:
        return None
    if name == "author":
        return entry if names_in(line, *entry.span(2)) else None
    if name in ("published", "modified"):
        return entry if date_line(line) else None
    if name == "mail":
        return entry if "@" in entry[2] else None
    if name == "outlet":
        return entry if len(entry[2].split()) <= 7 and entry[2][0].isupper() and not sentence_ends(entry[2]) else None
    return entry


def _is_yearless(line: str) -> bool:
    """`10 February at 18:42`: a day without its year and nothing else."""
    found = find_yearless(line) if len(line) < 60 and any(map(str.isdigit, line)) else []
    if not found or ":" not in line:
        return False
    rest = re.findall(r"[^\W\d_]+", line[: found[0].start] + " " + line[found[0].end :])
    return all(word.lower() in words("dates") | words("weekdays") for word in rest)


def _is_byline(line: str) -> bool:
    if len(line.split()) > 16 or (line.endswith(".") and not re.search(r"\b[A-Z]\.$", line)):
        return False
    if _UNNAMED.fullmatch(line) and line.split()[-1].lower() in words("desk"):
        return True
    return bool(re.match(r"(?i)[*_]*(?:(?:written|posted|reported) )?by\b", line) and read_byline(line)[0]) or (
        bool(read_byline(line)[1])
    )


def is_organ(line: str) -> bool:
    """Is a line nothing but the name of an office, a state or an organisation?"""
    if sentence_ends(line):
        return False
    tokens = re.findall(r"[^\W\d_][\w.’'-]*", line)
    if not 1 <= len(tokens) <= 12:
        return False
    plain = [token.lower().strip(".") for token in tokens]
    served = plain[1:2] and plain[1] in words("organ") | {"service"}
    if plain[0] in words("genre") and not served and plain[-1] not in words("organ"):
        return False
    abroad = {"in", "to"} if {"embassy", "mission", "consulate", "delegation"} & set(plain[:3]) else set()
    if words("relating") & set(plain) - abroad:
        return False
    joints = {"of", "and", "the", "for", "de", "du", "la", "des"} | abroad
    if any(not token[0].isupper() and token not in joints for token in tokens):
        return False
    return bool(set(plain) & (words("organ") | words("state")))


def is_masthead(line: str) -> bool:
    """Is a line nothing but the name of a paper, an agency or a station?"""
    tokens = [token.lower() for token in line.split()]
    if len(tokens) > 5 or not line.replace(" ", "").isalpha() or not line[0].isupper():
        return False
    return bool(set(tokens) & words("press"))


def title_strength(text: str) -> int:
    """How much a line looks like a title by itself: 2 capitals or title case, 1 a phrase with no end mark, 0 not one.

    >>> [title_strength(line) for line in ("Troops Trade Fire", "Fire on ridge, says army", "Troops fired.")]
    [2, 1, 0]
    """
    tokens = re.findall(r"[^\W\d_][\w.’'-]*", text)
    if not 2 <= len(tokens) <= 30 or len(text) > 200 or text.lower().startswith(tuple(words("salutation"))):
        return 0
    if text.rstrip("\"'”’»)]* ")[-1:] in tuple(".,;:") or text[0].islower() or text[0] in "•*>([{<":
        return 0
    if re.match(r"\(?\d{1,3}[.)]\s", text):
        return 0
    if text.count("|") > 1:  # a menu
        return 0
    if text.upper() == text:
        return 2
    weighty = [token for token in tokens if token.lower() not in words("small")]
    high = sum(token[0].isupper() for token in weighty)
    return 2 if len(weighty) >= 2 and high >= 0.8 * len(weighty) and high > 1 else 1
