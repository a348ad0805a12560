"""A brief in, one HTML page out: all escaped, no scripts, nothing fetched, its style inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from sayso.report.parts import Brief, Group, Item, Line, Note, Section, Standing, quoted
from sayso.report.telling import day_of
from sayso.report.words import plain

__all__ = ["html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(brief: Brief) -> str:
    """A brief as a page that stands alone.

    >>> html(Brief("Brief: <border>", (), (), (), ())).count("Brief: &lt;border&gt;")
    2
    """
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    style = files("sayso.report").joinpath("brief.css").read_text("utf-8")
    yield from ("<!doctype html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(brief.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield f"<h1>{_text(brief.title)}</h1>\n<dl>"
    yield from (f"<dt>{_text(label)}</dt><dd>{_line(line, {})}</dd>" for label, line in brief.head)
    yield "</dl>"
    shown = [section for section in brief.sections if section.count]
    links = (f'<a href="#{one.key}">{_text(one.title)}</a> ({one.count:,})' for one in shown)
    yield f"<nav>{' · '.join(links)}</nav>" if shown else ""
    if brief.is_empty:
        yield "<p><b>Nothing in this ledger answers what was asked for.</b></p>"
    seen: dict[str, str] = {}
    for section in brief.sections:
        yield from _section(section, seen)
    yield "<h2>How to read this, and its limits</h2>\n<ul>"
    yield from (f"<li>{_text(words)}</li>" for words in brief.foot)
    yield "</ul>"
    if brief.notes:
        yield '<h2 id="notes">Notes</h2>\n<ol class="notes">'
        yield from (_note(note) for note in brief.notes)
        yield "</ol>"
    yield "</body>\n</html>"


def _text(words: str) -> str:
    return escape(plain(words))


def _quoted(words: str) -> str:
    return f"<q>{escape(quoted(plain(words)))}</q>"


def _section(section: Section, seen: dict[str, str]) -> Iterator[str]:
    yield f'<section id="{section.key}">\n<h2>{_text(section.title)}</h2>\n<p class="about">{_text(section.about)}</p>'
    if not section.count:
        yield "<p>None.</p>"
    for group in section.groups:
        yield from _group(group, section.table, seen)
    yield "</section>"


def _group(group: Group, table: str, seen: dict[str, str]) -> Iterator[str]:
    if group.title:
        yield f"<h3>{_text(group.title)}</h3>"
    for item in group.items:
        yield from _item(item, seen)
    if group.more:
        command = f"<code>sayso export {table}</code>"
        yield f'<p class="more">And {group.more:,} more: a higher --limit shows them, {command} has all.</p>'


def _item(item: Item, seen: dict[str, str]) -> Iterator[str]:
    yield f'<div class="item"><p>{_line(item.lead, seen)} <span class="id">{escape(item.row)}</span></p>'
    if item.lines:
        yield f"<ul>{''.join(f'<li>{_line(line, seen)}</li>' for line in item.lines)}</ul>"
    if item.sides:
        yield '<div class="sides">'
        for side in item.sides:
            lines = "".join(f"<p>{_line(line, seen)}</p>" for line in side.lines)
            yield f'<div class="side"><h4>{_text(side.title)}</h4>{lines}</div>'
        yield "</div>"
    yield "</div>"


def _line(line: Line, seen: dict[str, str]) -> str:
    """A line; the first reference to a note is the one its note leads back to."""
    out = []
    for run in line:
        if run.kind == "note":
            mark = "" if run.text in seen else f' id="ref{run.text}"'
            seen[run.text] = run.text
            out.append(f'<sup{mark}><a href="#note{run.text}">[{run.text}]</a></sup>')
        elif run.kind == "quote":
            out.append(_quoted(run.text))
        elif run.kind == "name":
            out.append(f"<b><bdi>{_text(run.text)}</bdi></b>")
        elif run.kind == "detail":
            out.append(f"<bdi>{_text(run.text)}</bdi>")
        else:
            out.append(escape(run.text))
    return "".join(out)


def _note(note: Note) -> str:
    title = f", <bdi>{_text(note.title)}</bdi>" if note.title else ""
    head = f"<b><bdi>{_text(note.outlet or 'outlet unknown')}</bdi></b>, {_text(day_of(note.published))}{title}"
    place = f"<bdi>{_text(note.uri)}</bdi>, characters {note.start}–{note.end} of the article"
    rows = "; ".join(_standing(one) for one in note.rows)
    back = f'<a href="#ref{note.number}" title="back">↑</a>'
    told = f'{head}: {_quoted(note.quote)} <span class="place">{place}; {rows}</span> {back}'
    return f'<li id="note{note.number}">{told}</li>'


def _standing(one: Standing) -> str:
    """A row on a note's stretch: its id, the word it stands on, and its characters in the original."""
    raw = ", ".join(f"{start}–{end}" for start, end in one.raw)
    word = f" on {_quoted(one.word)}" if one.word else ""
    return f'<span class="id">{escape(one.row)}</span>{word}{f", {raw} of the original" if raw else ""}'
