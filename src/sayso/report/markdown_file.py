"""A brief in, Markdown out, with footnotes as GitHub and Pandoc read them.

Everything from a document is escaped: it can set no link, no heading, no markup and no table cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.report.parts import Brief, Group, Item, Line, Note, Section, Side, Standing, quoted
from sayso.report.telling import day_of
from sayso.report.words import plain

__all__ = ["markdown"]

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|~$^])")
_LINKED = re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=www)(\.)|(@)(?=\w)|(&)")
_SPELLED = {":": "&#58;", ".": "&#46;", "@": "&#64;", "&": "&amp;"}


def escaped(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> print(escaped("[x](javascript:1) <b> www.x.org"))
    \[x\](javascript:1) \<b\> www&#46;x.org
    """
    told = _ACTIVE.sub(r"\\\1", plain(text))
    # Addresses become links by themselves on GitHub: their marks are spelled out.
    return _LINKED.sub(lambda found: _SPELLED[found[0]], told)


def markdown(brief: Brief) -> str:
    """A brief as Markdown.

    >>> print(markdown(Brief("Brief: border", (), (), ("Made by rule.",), ())).splitlines()[0])
    # Brief: border
    """
    lines = [f"# {escaped(brief.title)}", ""]
    lines += [f"- **{label}:** {_line(line)}" for label, line in brief.head]
    lines.append("")
    if brief.is_empty:
        lines += ["**Nothing in this ledger answers what was asked for.**", ""]
    for section in brief.sections:
        lines += _section(section)
    lines += ["## How to read this, and its limits", "", *(f"- {escaped(words)}" for words in brief.foot), ""]
    lines += [_note(note) for note in brief.notes]
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {escaped(section.title)}", "", escaped(section.about), "")
    if not section.count:
        yield from ("None.", "")
    for group in section.groups:
        yield from _group(group, section.table)


def _group(group: Group, table: str) -> Iterator[str]:
    if group.title:
        yield from (f"### {escaped(group.title)}", "")
    for item in group.items:
        yield from _item(item)
    if group.more:
        yield from (f"And {group.more:,} more: a higher --limit shows them, `sayso export {table}` has all.", "")


def _item(item: Item) -> Iterator[str]:
    yield f"- {_line(item.lead)} `{item.row}`"
    yield from (f"  - {_line(line)}" for line in item.lines)
    yield ""
    if item.sides:
        yield from _sides(item.sides)
        yield ""


def _sides(sides: tuple[Side, ...]) -> Iterator[str]:
    """Sides as the columns of a table, indented so that it belongs to its item."""
    yield f"  | {' | '.join(escaped(side.title) for side in sides)} |"
    yield f"  |{'---|' * len(sides)}"
    yield f"  | {' | '.join('<br>'.join(_line(line) for line in side.lines) for side in sides)} |"


def _line(line: Line) -> str:
    out = []
    for run in line:
        if run.kind == "note":
            out.append(f"[^{run.text}]")
        elif run.kind == "quote":
            out.append(escaped(quoted(plain(run.text))))
        elif run.kind == "name":
            out.append(f"**{escaped(run.text)}**" if run.text.strip() else "")
        elif run.kind == "detail":
            out.append(escaped(run.text))
        else:
            # Own words keep their blanks at the ends, which `plain` would fold away.
            out.append(_own(run.text))
    return "".join(out)


def _own(text: str) -> str:
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{escaped(text)}{tail}" if text.strip() else text


def _note(note: Note) -> str:
    """A footnote: outlet, day and title, the exact words, and where they stand."""
    title = f", {escaped(note.title)}" if note.title else ""
    head = f"{escaped(note.outlet or 'outlet unknown')}, {escaped(day_of(note.published))}{title}"
    place = f"{escaped(note.uri)}, characters {note.start}–{note.end} of the article"
    rows = "; ".join(_standing(one) for one in note.rows)
    return f"[^{note.number}]: {head}: {escaped(quoted(plain(note.quote)))} ({place}; {rows})"


def _standing(one: Standing) -> str:
    """A row on a note's stretch: its id, the word it stands on, and its characters in the original."""
    raw = ", ".join(f"{start}–{end}" for start, end in one.raw)
    word = f" on {escaped(quoted(plain(one.word)))}" if one.word else ""
    return f"row `{one.row}`{word}{f', {raw} of the original' if raw else ''}"
