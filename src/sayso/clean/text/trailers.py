"""The foot of a plain text: its paragraphs in; credits, contacts, end marks, signatures and quoted replies out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from sayso.clean.text.blocks import Block, Head
from sayso.clean.text.kinds import kind_of
from sayso.clean.text.layout import Row, sentence_ends
from sayso.clean.text.metadata import Found, credited, date_line
from sayso.clean.text.tables import fits, words
from sayso.model.dates import find_dates

__all__ = ["mail_labels", "read_trailer"]

_AFTER_END = 1500
"""An end mark may have this many characters below it, or a third of the text; else it parts sections."""
_WROTE = re.compile(r"On\b.{5,160}\bwrote:")
_HAS_ADDRESS = re.compile(r"@|\b\d{1,2}:\d\d\b|<")
_RIGHTS_OF = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|\d\d))?[,]?\s*)?(?:by\s+)?"
    r"(?P<name>[A-Z][^.|©•·\d]{1,60}?)\s*(?:[.|©•·,]|\s[-–—]\s|[Aa]ll [Rr]ights|(?:19|20)\d\d|$)"
)
_RIGHTS_AFTER = re.compile(r"(?P<name>[A-Z][^.|©•·\d]{1,50}?)[\s,|–-]*(?:©|\(c\))\s*(?:19|20)\d\d\b.{0,80}")
_PRINTED = re.compile(r".*?(?:in|on|by) (?P<name>[A-Z][^,\d]{2,40}),.*")
_ABOUT = re.compile(r"About (?P<name>(?:the )?[A-Z].{2,60})")
_SOURCE = re.compile(r"Source:\s+(?P<name>[A-Z][^.:]{1,50})")


def rights_holder(line: str) -> Found | None:
    """Who a copyright line names.

    >>> rights_holder("© 2026 The Karva Post. All rights reserved.").value
    'The Karva Post'
    """
    if len(line) > 300 or not (match := _RIGHTS_OF.search(line) or _RIGHTS_AFTER.fullmatch(line)):
        return None
    name = match["name"].strip()
    # A company (Karva Media Group Ltd) owns papers; its name is not theirs.
    if {word.strip(".,()").lower() for word in name.split()} & words("company"):
        return None
    return Found("outlet", name, match.start("name"), match.start("name") + len(name))


def mail_labels(rows: Sequence[Row], body: str) -> dict[int, str]:
    """Rows of a mail that are not its writer's: quoted lines and replies, and the signature.

    Nothing is labelled where nothing of the writer's would be left.
    """
    labels: dict[int, str] = {}
    for i, row in enumerate(rows):
        if row.text.startswith("--") and fits("forwarded", row.text) and _is_note(rows[:i]):
            labels.update(dict.fromkeys(range(i + 1), "forwarded"))
        elif row.text[0] == ">" and _is_quoted(rows, i):
            labels[i] = "reply"
        elif _opens_reply(rows, i):
            labels[i] = "reply"
            if not any(later.text[0] == ">" for later in islice(rows, i + 1, i + 4)):
                labels.update(dict.fromkeys(range(i, len(rows)), "reply"))
                break
        elif row.text == "--" and _opens_signature(rows, i, body):
            labels.update(dict.fromkeys(range(i, _signature_end(rows, i)), "signature"))
    return labels if len(labels) < len(rows) else {}


def _is_note(rows: Sequence[Row]) -> bool:
    """What somebody writes above what he sends on: a line or two."""
    return len(rows) <= 4 and sum(len(row.text) for row in rows) < 300


def _is_quoted(rows: Sequence[Row], i: int) -> bool:
    text = rows[i].text
    return len(text) == 1 or text[1] in " >" or (i > 0 and rows[i - 1].text[0] == ">")


def _opens_reply(rows: Sequence[Row], i: int) -> bool:
    text = rows[i].text
    if fits("original", text):
        return True
    if not text.startswith("On ") or len(text) > 200:
        return False
    if not text.endswith("wrote:") and i + 1 < len(rows) and len(text) < 100 and rows[i + 1].text.endswith("wrote:"):
        text = f"{text} {rows[i + 1].text}"
        return bool(_WROTE.fullmatch(text) and _HAS_ADDRESS.search(text))
    quoted = i + 1 < len(rows) and rows[i + 1].text[0] == ">"
    return bool(_WROTE.fullmatch(text) and (quoted or _HAS_ADDRESS.search(text)))


def _opens_signature(rows: Sequence[Row], i: int, body: str) -> bool:
    if i == 0:
        return False
    below = rows[i + 1 : _signature_end(rows, i)]
    by_custom = body[rows[i].end : rows[i].end + 1] == " "
    return len(below) <= (25 if by_custom else 10) and all(len(row.text) < (400 if by_custom else 100) for row in below)


def _signature_end(rows: Sequence[Row], i: int) -> int:
    for j in range(i + 1, min(len(rows), i + 40)):
        if rows[j].text[0] == ">" or _opens_reply(rows, j):
            return j
    return len(rows)


def read_trailer(head: Head, blocks: Sequence[Block], first: int) -> None:
    """Label the foot of a text in `head`, and note reporters and owners it names. `first`: where the body begins."""
    end = _end_mark(blocks, first)
    for i in range(end, len(blocks)):
        _label(head, blocks, i, _foot_kind(blocks[i].text) or "trailer")
    if head.is_release:
        _read_about(head, blocks, range(end, len(blocks)))
    foot = end
    for i in range(end - 1, max(first, end - 40), -1):
        kind = _foot_kind(blocks[i].text)
        if kind is None and head.is_release and foot < len(blocks) and _is_address(blocks, i):
            kind = "trailer"
        if kind is None:
            break
        _label(head, blocks, i, kind)
        foot = i
    if head.is_release:
        _read_sign_off(head, blocks, foot, first)


def _end_mark(blocks: Sequence[Block], first: int) -> int:
    left = 0
    limit = max(_AFTER_END, sum(len(block.text) for block in blocks) // 3)
    for i in range(len(blocks) - 1, first, -1):
        if fits("end", blocks[i].text):
            return i
        left += len(blocks[i].text)
        if left > limit:
            break
    return len(blocks)


def _is_address(blocks: Sequence[Block], i: int) -> bool:
    """A short line between contacts of a release: whose they are."""
    text = blocks[i].text
    return len(text.split()) <= 8 and not sentence_ends(text) and _foot_kind(blocks[i - 1].text) is not None


def _foot_kind(text: str) -> str | None:
    if fits("credit", text):
        return "credit"
    for name in ("contact", "rights", "follow"):
        if fits(name, text):
            return "trailer"
    if fits("related", text) and len(text) < 200:
        return "related"
    if _SOURCE.fullmatch(text) or (fits("print", text) and find_dates(text)):
        return "trailer"
    return None if any(c.isalnum() for c in text) else "rule"


def _label(head: Head, blocks: Sequence[Block], i: int, label: str) -> None:
    text = blocks[i].text
    if label == "credit":
        head.add(i, "credit", credited(text), "text.credit")
        return
    head.labels[i] = label
    if name := rights_holder(text) if fits("rights", text) else None:
        head.add(i, label, [name], "text.copyright")
    elif fits("print", text) and (day := find_dates(text)) and (paper := _PRINTED.match(text)):
        found = [Found("outlet", paper["name"], *paper.span("name"))]
        found += [Found("published", one.value, one.start, one.end) for one in day[:1]]
        head.add(i, label, found, "text.print-line")
    elif source := _SOURCE.fullmatch(text):
        head.add(i, label, [Found("outlet", source["name"], *source.span("name"))], "text.source-line")


def _read_about(head: Head, blocks: Sequence[Block], below: range) -> None:
    """The issuer of a release without letterhead: "About Relief Karva", below the end mark."""
    if any(found.field == "outlet" for _, found, _ in head.found):
        return
    for i in below:
        about = _ABOUT.fullmatch(blocks[i].text.rstrip(":"))
        if about and not sentence_ends(blocks[i].text) and len(about["name"].split()) <= 7:
            head.add(i, "trailer", [Found("outlet", about["name"], *about.span("name"))], "text.release-foot")
            return


def _signs(text: str) -> bool:
    """A short line that is no sentence: who signs, for whom, as what."""
    few = len(text.split()) <= 3 or (text.startswith("For the ") and len(text) <= 60)
    return few and text[0].isupper() and text[-1] not in '.!?:;”"'


def _place_and_day(text: str) -> list[Found]:
    """`Camp of the Ridge, 10 February 2026`: a day that closes a short line which is no sentence."""
    days = find_dates(text) if len(text) < 70 and not sentence_ends(text) else []
    if len(days) != 1 or days[0].end < len(text.rstrip(" .")) or not text[: days[0].start].rstrip().endswith(","):
        return []
    return [Found("published", days[0].value, days[0].start, days[0].end)]


def _read_sign_off(head: Head, blocks: Sequence[Block], foot: int, first: int) -> None:
    """A release may name its issuer and day below the text: "Karva" / "11 January 2026"."""
    known = {found.field for _, found, _ in head.found}
    for i in range(foot - 1, max(first, foot - 5), -1):
        text = blocks[i].text
        kind = kind_of(text)
        if kind == "date" or (day := _place_and_day(text)):
            found = date_line(text) if kind == "date" else day
            head.add(i, "date", [] if "published" in known else found, "text.release-foot")
        elif kind == "organ":
            is_role = not {t.lower() for t in text.split()} & (words("organ") - words("roles"))
            found = [] if "outlet" in known or is_role else [Found("outlet", text, 0, len(text))]
            head.add(i, "header", found, "text.release-foot")
        elif _signs(text):
            head.labels[i] = "header"
        else:
            break
