"""The metadata that a line of plain text shows: a line in; names and days with their places in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.clean.text.tables import words
from sayso.model.dates import DateReading, find_dates

__all__ = ["Found", "credited", "date_line", "is_name", "names_in", "read_byline"]


@dataclass(frozen=True, slots=True)
class Found:
    """A value of a field and the stretch of the line that shows it."""

    field: str
    value: str
    start: int
    end: int


_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'‘-])*")
_AND = re.compile(r"\s+(?:and|&|with)\s+|\s*[,;]\s*(?:and\s+)?", re.IGNORECASE)
_STOP = re.compile(
    r"\s*[|•·/–—(\[\t]|\s+-\s|\s+(?:in|for|at|from|on|near|of)\s|\s*\b(?:updated|published|posted|last)\b|\s{3,}",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:^|(?<=[\s|•·–—:(*_]))(?:[Ww]ritten |[Pp]osted |[Rr]eported |REPORTED )?(?:[Bb]y|BY):?\s+(?=\S)"
    r"|^(?:[Vv]on|[Pp]ar|[Pp]or)\s+(?=[A-ZÀ-Þ])"
)
_CREDIT = re.compile(r"(?:^|[(\[;,]\s*)(?:[Rr]eporting|REPORTING|[Ww]riting and reporting)(?:\s+and writing)?\s+by\s+")
_CREDIT_END = re.compile(r"[;)\]]|\.\s*$|\b(?:[Ee]diting|[Ww]riting|[Aa]dditional|[Gg]raphics?|[Tt]ranslat)")
_PLACE = re.compile(r"\s+(?:in|from|at)\s+.*", re.DOTALL)


def is_name(text: str, *, fewest: int = 2) -> bool:
    """Does a text read as a person's name: two to five capitalised words, none of them a role or an organisation?

    >>> is_name("Ann de la Roe"), is_name("Karva Press Office"), is_name("he said")
    (True, False, False)
    """
    tokens = text.split()
    if not fewest <= len(tokens) <= 6 or len(text) > 60:
        return False
    plain = {token.strip(".’'").lower() for token in tokens}
    if plain & (words("roles") | words("organ") | words("desk") | words("weekdays")):
        return False
    return all(_TOKEN.fullmatch(token) for token in tokens) and all(
        token[0].isupper() or token.lower().split("-")[0] in words("particles") for token in tokens
    )


def _is_desk(text: str) -> bool:
    """A desk or an agency in a name's place: "Karva Post web desk", "Frontier Wire", "AFP"."""
    tokens = text.split()
    if not 1 <= len(tokens) <= 6 or not text[0].isupper():
        return False
    last = tokens[-1].strip(".")
    agency = last in words("agency") or last.lower() in words("press")
    return last.lower() in words("desk") or (agency and all(token[0].isupper() for token in tokens))


def _cased(name: str) -> str:
    """`ANN ROE` as `Ann Roe`; any other spelling is left as it stands."""
    return name.title() if name.isupper() and len(name) > 3 else name


def names_in(line: str, start: int, end: int, *, sure: bool = False) -> list[Found]:
    """The names of a list of authors in [start, end) of a line. `sure`: the list says that it holds names.

    A second name after a bare comma may be a place ("Ann Roe, New Karva"): it counts only where an "and" shows a list.
    """
    pieces = list(_pieces(line, start, end))
    listed = sure or re.search(r"(?i)\s(?:and|&)\s", line[start:end]) is not None
    found = [
        Found("author", _cased(line[a:b]), a, b)
        for number, (a, b) in enumerate(pieces)
        if (number == 0 or listed) and is_name(line[a:b], fewest=2 if number or not sure else 1)
    ]
    if not found and pieces and _is_desk(line[slice(*pieces[0])]):
        a, b = pieces[0]
        return [Found("author", line[a:b], a, b)]
    return found


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in [*_AND.finditer(line, start, end), None]:
        stop = match.start() if match else end
        piece = line[at:stop]
        if piece.strip(" .:*_"):
            left = at + len(piece) - len(piece.lstrip())
            yield left, at + len(piece.rstrip(" .:*_"))
        at = match.end() if match else end


def read_byline(line: str) -> tuple[list[Found], bool]:
    """The authors, and the date if there is one, of a line with "By"; and whether its parts are glued together.

    >>> [found.value for found in read_byline("Ann RoeBy Ann RoeMay 4, 2025No Comments")[0]]
    ['Ann Roe', '2025-05-04']
    """
    if len(line) > 240:
        return [], False
    dates = find_dates(line)
    for match in _bys(line):
        stop = min([r.start for r in dates if r.start >= match[1]] or [len(line)])
        end = _name_end(line, match[1], stop)
        if names := names_in(line, match[1], end):
            glued = match[0] or (stop < len(line) and line[stop - 1].isalpha())
            return names + [_published(line, reading) for reading in _first_published(line, dates)], glued
    return [], False


def _bys(line: str) -> Iterator[tuple[bool, int]]:
    """Where names begin after "By", and whether the word before is glued to it: "Ann RoeBy Ann Roe"."""
    for match in re.finditer(r"(?<=[^\W\d_])By ", line):
        name = line[: match.start()].split("  ")[-1].strip()
        if name and line.startswith(name, match.end()):
            yield True, match.end()
    for match in _BY.finditer(line):
        before = re.findall(r"\w+", line[: match.start()].lower())[-1:]
        if not words("other_work") & set(before):
            yield False, match.end()


def _name_end(line: str, start: int, stop: int) -> int:
    match = _STOP.search(line, start, stop)
    return match.start() if match else stop


def _published(line: str, reading: DateReading) -> Found:
    return Found("modified" if _is_revised(line, reading) else "published", reading.value, reading.start, reading.end)


def _is_revised(line: str, reading: DateReading) -> bool:
    before = re.findall(r"\w+", line[max(0, reading.start - 24) : reading.start].lower())
    return bool(words("revised") & set(before[-3:]))


def _first_published(line: str, dates: list[DateReading]) -> list[DateReading]:
    own = [reading for reading in dates if not _is_revised(line, reading)]
    revised = [reading for reading in dates if _is_revised(line, reading)]
    return own[:1] + revised[:1]


def date_line(line: str) -> list[Found]:
    """The dates of a line that says nothing but when, and perhaps where: "Updated: 3 May 2025 10:22".

    >>> [(found.field, found.value) for found in date_line("Karva, 16 January 2026")]
    [('published', '2026-01-16')]
    """
    if len(line) > 120 or not (dates := find_dates(line)) or len(dates) > 3:
        return []
    rest, at = [], 0
    for reading in dates:
        rest.append(line[at : reading.start])
        at = reading.end
    rest.append(line[at:])
    left = [token for token in re.findall(r"[^\W\d_](?:[^\W_]|[.’'-])*", " ".join(rest)) if not _tells_time(token)]
    if len(left) > 4 or any(not token[0].isupper() for token in left) or line.endswith((";", "?", "!")):
        return []
    if left and re.search(r"[:]", line[dates[-1].end :]):
        return []
    return [_published(line, reading) for reading in _first_published(line, dates)]


def _tells_time(token: str) -> bool:
    plain = token.strip(".").lower()
    return plain in words("dates") or plain in words("weekdays") or (token.isupper() and 2 <= len(token) <= 4)


def credited(line: str) -> list[Found]:
    """The reporters of a credit line: "(Reporting by Ann Lee in Karva and Tom Roe in Sel; Editing by ...)".

    >>> [found.value for found in credited("(Reporting by Ann Lee in Karva and Tom Roe in Sel)")]
    ['Ann Lee', 'Tom Roe']
    """
    found: list[Found] = []
    for match in _CREDIT.finditer(line):
        stop = _CREDIT_END.search(line, match.end())
        for a, b in _pieces(line, match.end(), stop.start() if stop else len(line)):
            b = a + len(_PLACE.sub("", line[a:b]))
            if is_name(line[a:b]):
                found.append(Found("author", _cased(line[a:b]), a, b))
    return found
