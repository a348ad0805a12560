"""The head of a plain text: its first paragraphs in; which are title, byline, day, letterhead, and what they say, out.

A title is claimed only on evidence (it is short, has no full stop, and prose, a byline or a date follows): taking the
first sentence of prose away from a text would be worse than not knowing its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.clean.text.blocks import Block, Head
from sayso.clean.text.datelines import dateline
from sayso.clean.text.kinds import entry_of, is_masthead, title_strength
from sayso.clean.text.layout import sentence_ends
from sayso.clean.text.metadata import Found, date_line, is_name, names_in, read_byline
from sayso.clean.text.releases import read_letterhead
from sayso.clean.text.tables import field_of, words
from sayso.clean.text.trailers import rights_holder
from sayso.model.dates import find_dates, find_yearless

__all__ = ["read_head"]

_REACH = 24
"""How many paragraphs a head may have; longer ones are lists."""
_SIGNED_DAY = re.compile(r"[*_\s]{0,4}(?P<name>[^·•|*_]{4,60}?)\s*[·•|]\s")
"""`Ann Roe · 8 March 2026`; after a comma the day would be that of a place."""
_WIRE = re.compile(r"[A-Z][^,\d]{2,40}, (?P<day>[^,]{3,20}), \(?(?P<agency>[A-Z][A-Z.]{2,24})\)?")
_COLON_NAME = re.compile(r"([^:]{4,60}):")


def read_head(blocks: Sequence[Block]) -> Head:
    """Read the head of a text from its first blocks."""
    head = Head()
    start = _after_standfirst(blocks)
    lead = next((i for i in range(start, min(len(blocks), _REACH)) if _is_prose(blocks, i)), None)
    if lead is None:
        return head
    head.is_release = any(block.kind == "release" for block in blocks[:lead])
    wires = {i: agency for i in range(lead) if (agency := _wire(blocks[i]))}
    special = [i for i in range(lead) if blocks[i].kind != "text"]
    candidates = [i for i in range(lead) if blocks[i].kind == "text" and i not in wires]
    if len(candidates) > 8 and not head.is_release:
        return head
    _choose_title(head, blocks, candidates, lead)
    for i, agency in wires.items():
        head.add(i, "date", [agency], "text.dateline")
    _read_special(head, blocks, special, lead)
    _read_names(head, blocks, candidates, lead)
    read_letterhead(head, blocks, lead)
    _read_between(head, blocks, candidates, lead)
    return head


def _read_between(head: Head, blocks: Sequence[Block], candidates: list[int], lead: int) -> None:
    """Lines under a title that are no text: the agency below a byline, what stands above the day of a release."""
    day = max((i for i in range(lead) if blocks[i].kind == "date"), default=-1)
    for i in candidates:
        if head.title is None or i <= head.title[1] or i in head.labels or sentence_ends(blocks[i].text):
            continue
        signed = head.labels.get(i - 1) == "byline" and is_masthead(blocks[i].text)
        if signed or (head.is_release and i < day):
            head.labels[i] = "header"


def _wire(block: Block) -> Found | None:
    """The agency of a dateline that stands on a line of its own: `Karva, February 13, NORWIRE`."""
    line = _WIRE.fullmatch(block.text) if block.kind == "text" else None
    if line is None or not find_yearless(line["day"]):
        return None
    return Found("outlet", line["agency"], *line.span("agency"))


def _after_standfirst(blocks: Sequence[Block]) -> int:
    """Where prose may begin: below a byline or day that stands under a title and at most two sentences of summary."""
    prose = 0
    for i, block in enumerate(blocks[:6]):
        if block.kind == "byline" or (block.kind == "date" and prose < 2):
            return i + 1 if prose else 0
        prose += block.kind == "text" and sentence_ends(block.text)
        if prose > 2 or len(block.text) > 300 or (i == 0 and title_strength(block.text) == 0):
            return 0
    return 0


def _is_prose(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind != "text":
        return False
    if len(block.text) > 200 or dateline(block.text) is not None:
        return True
    if _COLON_NAME.fullmatch(block.text):
        return False
    if block.text.rstrip("\"'”’»)]* ").endswith(("?", "!")):
        return title_strength(block.text) < 2 and not _announced(blocks, index)
    return sentence_ends(block.text)


def _announced(blocks: Sequence[Block], index: int) -> bool:
    """Does a byline, a date or a wire lead follow a block at once?"""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return after is not None and (
        after.kind in ("byline", "date")
        or (after.kind == "text" and dateline(after.text) is not None)
        or _own_name(after)
    )


def _own_name(block: Block) -> bool:
    match = _COLON_NAME.fullmatch(block.text)
    return match is not None and is_name(match[1])


def _choose_title(head: Head, blocks: Sequence[Block], candidates: list[int], lead: int) -> None:
    mark = max((i for i in range(lead) if blocks[i].kind == "release"), default=-1)
    for i in range(lead):
        if blocks[i].kind == "field" and (entry := entry_of(blocks[i].text)) and field_of(entry[1]) == "title":
            head.add(i, "title", [Found("title", entry[2], entry.start(2), entry.end(2))], "text.head-field")
            return
    below = [i for i in candidates if i > mark]
    above = [i for i in candidates[-1:] if len(blocks[i].text.split()) > 3]
    chosen = _best(blocks, below if below or mark < 0 else above, lead)
    if chosen is None:
        return
    last = chosen
    while last + 1 in candidates and _runs_on(blocks[last], blocks[last + 1]):
        last += 1
    head.title = (chosen, last)
    for i in range(chosen, last + 1):
        head.labels[i] = "title"
    for i in candidates:
        if i < chosen and not sentence_ends(blocks[i].text):
            head.labels[i] = "header"


def _best(blocks: Sequence[Block], candidates: list[int], lead: int) -> int | None:
    fit = [i for i in candidates if _may_be_title(blocks, i, lead)]
    fit = [
        i
        for i in fit
        if blocks[i].text.lower().strip(" :|") not in words("kicker") and not _is_masthead_over(blocks, i, fit)
    ]
    fit = [i for i in fit if not _is_slug(blocks[i].text)] or fit
    long = [i for i in fit if len(blocks[i].text.split()) >= 4]
    return (long or fit or [None])[0]  # type: ignore[list-item]


def _is_slug(text: str) -> bool:
    """An agency's own label above its title: "KARVA-NORLAND/PRISONERS (UPDATE 2)"."""
    return text.isupper() and "/" in text


def _is_masthead_over(blocks: Sequence[Block], index: int, fit: list[int]) -> bool:
    return index == 0 and len(fit) > 1 and is_masthead(blocks[0].text)


def _may_be_title(blocks: Sequence[Block], index: int, lead: int) -> bool:
    text, after = blocks[index].text, blocks[index + 1]
    if _own_name(blocks[index]) or len(text) > 200:
        return False
    announced = _announced(blocks, index)
    strength = title_strength(text)
    if announced or any(blocks[i].kind in ("release", "date", "byline") for i in range(lead)):
        return strength > 0
    longer = len(blocks[lead].text) >= max(50, 1.2 * len(text)) or (text.isupper() and not blocks[lead].text.isupper())
    if strength == 2:
        return longer
    # A phrase in sentence case stands apart from the prose: by a blank line, or in a text with a paragraph a line.
    apart = after.rows[0].after_blank or len(blocks[lead].rows) == 1
    return strength == 1 and longer and apart and len(text.split()) >= 4 and not text.endswith(("?", "!"))


def _runs_on(a: Block, b: Block) -> bool:
    if b.rows[0].after_blank or _own_name(b):
        return False
    return (a.text.isupper() and b.text.isupper()) or b.text[0].islower()


def _read_special(head: Head, blocks: Sequence[Block], special: list[int], lead: int) -> None:
    release = "text.release-head" if head.is_release else ""
    for i in special:
        line, kind = blocks[i].text, blocks[i].kind
        if kind == "date":
            head.add(i, "date", date_line(line), release or "text.date-line")
            signed = _SIGNED_DAY.match(line)
            if signed and is_name(signed["name"]):
                head.add(i, "date", [Found("author", signed["name"], *signed.span("name"))], "text.byline")
        elif kind == "byline":
            found, glued = read_byline(line)
            head.add(i, "byline", found, "text.glued-byline" if glued else "text.byline")
        elif kind == "field":
            _read_field(head, i, line)
        elif kind == "reference" and (owner := rights_holder(line)):
            head.add(i, "header", [owner], "text.copyright")
        elif i < (head.title or (lead, lead))[0] or head.is_release or kind in ("release", "reference", "rule"):
            head.labels[i] = "header"


def _read_field(head: Head, index: int, line: str) -> None:
    entry = entry_of(line)
    if entry is None or index in head.labels:
        return
    name, start, end = field_of(entry[1]), *entry.span(2)
    if name == "author":
        head.add(index, "byline", names_in(line, start, end), "text.head-field")
    elif name in ("published", "modified"):
        head.add(index, "date", [replace(one, field=name) for one in date_line(line)[:1]], "text.head-field")
    elif name == "outlet":
        day = next(iter(find_dates(line)), None)
        end = start + len(line[start : day.start].rstrip(" ,|-–")) if day and day.start > start else end
        head.add(index, "header", [Found("outlet", line[start:end], start, end)], "text.head-field")
        if day:
            head.add(index, "header", [Found("published", day.value, day.start, day.end)], "text.head-field")
    elif name == "url":
        head.add(index, "header", [Found("url", entry[2], start, end)], "text.head-field")
    else:
        head.labels[index] = "header"


def _read_names(head: Head, blocks: Sequence[Block], candidates: list[int], lead: int) -> None:
    """Bylines without "By": a name in capitals with a colon, or a name alone above a date or a wire lead."""
    if head.title is None:
        return
    labels = {row.text.split(":")[0] for block in blocks[lead:] for row in block.rows if ":" in row.text[:60]}
    for i in candidates:
        if i <= head.title[1] or i in head.labels:
            continue
        text = blocks[i].text
        match = _COLON_NAME.fullmatch(text)
        name = match[1] if match else text.split(" in ")[0].split(",")[0]
        if name in labels or not (match or _announced(blocks, i)):
            continue
        if is_name(name) or (name.split()[-1].lower() in words("desk") and len(name.split()) <= 4):
            head.add(i, "byline", names_in(text, 0, len(name)), "text.byline")
