"""What a page shows its readers near the headline: headings, times, bylines and dates, with their places.

Only a window around the headline is read closely; related stories, comments and footers lie outside it and speak of
other articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from sayso.clean.metadata.markup import ATTRIBUTES, attributes, shown_text
from sayso.clean.metadata.places import brands, elsewhere, masthead, titled_lines
from sayso.clean.metadata.tables import words
from sayso.model import Metadatum
from sayso.model.dates import DateReading, Order, find_dates, parse_date
from sayso.model.references import unescape

__all__ = ["visible_metadata"]

_HEADING = re.compile(r"<[hH]1\b[^>]{0,800}+>")
_HEADING_END = re.compile(r"</[hH]1")
_TIME = re.compile(rf"<[tT][iI][mM][eE]\b({ATTRIBUTES})>")
_OPENING = re.compile(rf"<([a-zA-Z][\w-]{{0,30}}+)({ATTRIBUTES})>")
_SCRIPT = re.compile(r"<(script|style|svg|noscript)\b", re.IGNORECASE)
_MARKING = re.compile(r"\b(?:class|id|itemprop|rel|data-[\w-]{1,30}|href)\s{0,4}=", re.IGNORECASE)
_BEFORE, _AFTER = 6_000, 16_000
_MOST = 24
_ELEMENT = 2_500
"""Longest source of a byline element."""
_SHOWN = 240
"""Longest text of one; longer is not a byline."""
_SHORT_DATE = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?![\d.])")
_LINE = re.compile(r">([^<>]{0,60}\d[^<>]{4,60})<")
_SAID = re.compile(
    r">\s{0,80}(?:(?:Submitted|Posted|Written|Published|Reported)\s{1,3}by|By|BY|Von|VON|Par|Por|Oleh)\b[\s:|]{0,80}(?:<[^<>]{0,300}>\s{0,80}){0,4}([^\W\d_][^<>]{1,80})<"
)
_SAID_AFTER = re.compile(r"\W\s?(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s(?P<name>[^\W\d_][^\d|]{2,80})")
"""The name in a line that gives the day first: `6 March 2026, by Mara Vell`."""
_PROSE = re.compile(r">[^<>]{80,}<")
_BULLET = re.compile(r"\s*[•·|/]\s*")
_REPEATED = 2
_LONGEST_HOUSE = 40
_BLOCK_END = re.compile(r"</(?:p|div|footer|li|section|td|small)\b|<br", re.IGNORECASE)
_HOLDER = re.compile(
    r"©\s*(?:copyright\s*)?(?:(?P<year>(?:19|20)\d\d)\s*(?:[-–—]\s*(?:19|20)?\d\d)?[\s,:|]{0,4}(?:by\s)?)?"
    r"(?P<name>[^\W\d_][^|,;©\d<>]{2,50}?)"
    r"(?=\s*(?:[|,;©]|\.(?:\s|\Z)|all rights|alle rechte|-\s|(?P<after>(?:19|20)\d\d)|\Z))",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:[cC](?<!\w.)[oO][pP][yY][rR][iI][gG][hH][tT])\s{1,3}(?=(?:19|20)\d\d\b)")
"""Begins with a set of letters, which whole pages are searched for fast."""
_YEAR_ALONE = re.compile(r"©\s*(?:19|20)\d\d\W*\Z")
_NEAR = 3_000
_VOID = frozenset(("meta", "link", "img", "br", "hr", "input", "source", "wbr"))


@dataclass(frozen=True, slots=True)
class _Element:
    name: str
    marks: str
    start: int
    end: int


def visible_metadata(source: str, *, order: Order | None = None) -> list[Metadatum]:
    """Headings of the whole page, then times, bylines and dates of the window around the first good heading."""
    headings = list(_headings(source))
    out = [Metadatum("title", text, "html.h1", span) for text, span in headings]
    if not headings or (len(headings) == 1 and masthead(source, *headings[0])):
        spoken = list(titled_lines(source, after=headings[0][1][1] if headings else 0))
        out.extend(Metadatum("title", text, "html.headline", span) for text, span in spoken)
        if headings and spoken:
            out.append(Metadatum("outlet", headings[0][0], "html.masthead", headings[0][1]))
        headings = spoken or headings
    start, end = _window(source, headings)
    others = elsewhere(source, start, end, headings[0][1][0] if headings else None)
    out.extend(_times(source, start, end, others))
    for piece_start, piece_end in _pieces(source, start, end):
        for element in _elements(source, piece_start, piece_end):
            out.extend(_read(source, element, order))
    out.extend(_microdata(source))
    out.extend(_copyright(source))
    out.extend(brands(source))
    if headings:
        at = max(headings, key=lambda heading: len(heading[0]))[1][0]
        out.extend(_plain(source, at, order, others))
    elif prose := _PROSE.search(source):
        out.extend(_plain(source, prose.start(), order, others))
    return out


def _plain(source: str, heading: int, order: Order | None, others: list[tuple[int, int]]) -> Iterator[Metadatum]:
    """Bylines and dates that stand near the headline in elements whose names say nothing."""
    start, end = max(0, heading - _NEAR), min(len(source), heading + _NEAR)
    for said in _SAID.finditer(source, start, end):
        yield Metadatum("author", " ".join(unescape(said[1]).split()), "html.by", said.span(1))
    lines = [m for m in _LINE.finditer(source, start, end) if not any(a <= m.start() < b for a, b in others)]
    for line in lines:
        text = " ".join(unescape(line[1]).split())
        # Above the headline stands today's date on many pages; below it a page gives its own.
        method = "html.line.above" if line.start() < heading else "html.line"
        dated = list(_dates(text, line.span(1), order, method))
        yield from dated
        if dated and (name := _SAID_AFTER.search(text)):
            yield Metadatum("author", name["name"], "html.by", line.span(1))


def _headings(source: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for number, tag in enumerate(_HEADING.finditer(source)):
        close = _HEADING_END.search(source, tag.end(), tag.end() + 3000)
        if close and (text := shown_text(source, tag.end(), close.start())):
            yield text, (tag.end(), close.start())
        if number >= 4:
            return


def _window(source: str, headings: list[tuple[str, tuple[int, int]]]) -> tuple[int, int]:
    if headings:
        longest = max(headings, key=lambda heading: len(heading[0]))
        at = longest[1][0]
    else:
        at = max(source.find("<article"), source.find("<body"), 0)
    return max(0, at - _BEFORE), min(len(source), at + _AFTER)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The window without its scripts, which may be long: what they take is added at the end."""
    at = start
    while script := _SCRIPT.search(source, at, end):
        yield at, script.start()
        close = source.find(f"</{script[1]}", script.end())
        at = close if close >= 0 else len(source)
        end = min(len(source), end + at - script.start())
    if at < end:
        yield at, end


def _times(source: str, start: int, end: int, others: list[tuple[int, int]]) -> Iterator[Metadatum]:
    for number, tag in enumerate(_TIME.finditer(source)):
        found = attributes(source, *tag.span(1))
        inside = start <= tag.start() < end and not any(a <= tag.start() < b for a, b in others)
        stated = found.get("datetime") or found.get("content")
        if stated and stated.value:
            marks = source[tag.start(1) : tag.end(1)].lower()
            before = shown_text(source, max(0, tag.start() - 120), tag.start())[-24:]
            method = "html.time" if inside else "html.time.elsewhere"
            field = "modified" if _has(marks, "changed") or _has(before.lower(), "changed") else "published"
            yield Metadatum(field, stated.value, method, (stated.start, stated.end))
        if number >= _MOST:
            return


@cache
def _cue(section: str, *keys: str) -> re.Pattern[str]:
    """Any of the listed words, grouped by first letter: the pattern is tried on every tag near the headline."""
    listed = sorted({word for key in keys for word in words("cues", key, section=section)})
    letters = groupby(listed, key=lambda word: word[0])
    return re.compile(
        "|".join(f"{re.escape(at)}(?:{'|'.join(re.escape(word[1:]) for word in group)})" for at, group in letters)
    )


def _has(text: str, section: str, key: str = "words") -> bool:
    return bool(_cue(section, key).search(text))


def _elements(source: str, start: int, end: int) -> Iterator[_Element]:
    """Elements whose attributes speak of an author, a date or a title."""
    for tag in _OPENING.finditer(source, start, end):
        name, marks = tag[1].lower(), tag[2].lower()
        if name in _VOID:
            continue
        if name == "address" or (_MARKING.search(marks) and _marked(marks)):
            close = _close(source, name, tag.end(), min(end, tag.end() + _ELEMENT))
            if close is not None:
                yield _Element(name, marks, tag.end(), close)


def _marked(marks: str) -> bool:
    return bool(_cue("marks", "author", "date", "title").search(marks))


def _close(source: str, name: str, start: int, end: int) -> int | None:
    """Where an element ends, counting elements of its own name within it."""
    depth = 1
    for tag in _same(name).finditer(source, start, end):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.start()
    return None


@lru_cache(maxsize=256)
def _same(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}\b", re.IGNORECASE)


def _read(source: str, element: _Element, order: Order | None) -> Iterator[Metadatum]:
    text = shown_text(source, element.start, element.end, parted=True).strip("| ")
    if not text or len(text) > _SHOWN or _has(element.marks, "marks", "foreign"):
        return
    place = (element.start, element.end)
    if _has(element.marks, "marks", "title") and element.name not in ("a", "span"):
        yield Metadatum("title", text, "html.headline", place)
    if element.name == "address" or _has(element.marks, "marks", "author"):
        yield Metadatum("author", text, "html.byline", place)
    if _has(element.marks, "marks", "date") or _has(element.marks, "marks", "author"):
        yield from _dates(text, place, order)
        yield from _house(source, text, place)


def _dates(text: str, place: tuple[int, int], order: Order | None, method: str = "html.date") -> Iterator[Metadatum]:
    for reading in find_dates(text, order=order) or _short(text):
        if not _has(_before(text, reading), "copyright"):
            changed = _has(_before(text, reading), "changed")
            yield Metadatum("modified" if changed else "published", reading.value, method, place)


def _house(source: str, text: str, place: tuple[int, int]) -> Iterator[Metadatum]:
    """`Rell Post • Mara Vell • 11 May 2026`: a name before an author's and a date, if the page repeats it."""
    parts = [part.strip() for part in _BULLET.split(text) if part.strip()]
    if len(parts) < 3 or len(parts[0]) > _LONGEST_HOUSE or " " not in parts[0] or not parts[0][0].isupper():
        return
    if find_dates(parts[-1]) and not find_dates(parts[0]) and source.count(parts[0]) > _REPEATED:
        yield Metadatum("outlet", parts[0], "html.dateline", place)


def _copyright(source: str) -> Iterator[Metadatum]:
    """The holder of the copyright in the last line that names one."""
    at = max(source.rfind("©"), source.rfind("&copy;"))
    if at < 0:
        at = next((sign.start() for sign in _SIGN.finditer(source)), -1)
    if at >= 0:
        end = min(at + 400, len(source))
        close = _BLOCK_END.search(source, at, end)
        end = close.start() if close else end
        text = _SIGN.sub("© ", shown_text(source, at, end))
        holder = _HOLDER.match(text)
        if not holder and _YEAR_ALONE.match(text):
            start = max(0, source.rfind(">", max(0, at - 200), at) + 1)
            text = f"© {text[1:].strip(' .')} {shown_text(source, start, at)}"
            holder = _HOLDER.match(text)
        # A photo credit has no year.
        if holder and (holder["year"] or holder["after"]) and not _has(holder["name"].lower(), "copyright", "company"):
            yield Metadatum("outlet", holder["name"].strip(" ,-–|."), "html.copyright", (at, end))


def _short(text: str) -> list[DateReading]:
    found = _SHORT_DATE.search(text)
    reading = parse_date(found[0]) if found else None
    return [replace(reading, start=found.start(), end=found.end())] if found and reading else []


def _before(text: str, reading: DateReading) -> str:
    return text[max(0, reading.start - 30) : reading.start].lower()


_ITEMPROP = re.compile(r"itemprop\s{0,4}=\s{0,4}[\"']?date(Published|Created|Modified)\b")


def _microdata(source: str) -> Iterator[Metadatum]:
    """Dates that microdata states in an attribute; those in <meta> are read with the head."""
    for number, found in enumerate(_ITEMPROP.finditer(source)):
        if number >= _MOST:
            return
        start = source.rfind("<", max(0, found.start() - 1500), found.start())
        if start < 0 or source[start : start + 5].lower() == "<meta":
            continue
        end = source.find(">", found.end(), found.end() + 1500)
        named = attributes(source, start, end if end >= 0 else found.end())
        stated = named.get("content") or named.get("datetime")
        if stated and stated.value:
            key = found[1].lower()
            field = "modified" if key == "modified" else "published"
            yield Metadatum(field, stated.value, f"itemprop.date{key}", (stated.start, stated.end))
