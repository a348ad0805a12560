"""`sayso explain`: why a row stands as it does."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import options
from sayso.cli.view import plain

if TYPE_CHECKING:
    from sayso.report import Explanation, Stood
    from sayso.report.parts import Line, Note

__all__ = ["explain"]

_WIDTH = 100


@click.command(short_help="Why a row stands as it does: its rule, and the rows it stands on.")
@click.argument("row", metavar="ROW")
@options.ledger
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Rows shown.")
@options.as_json
def explain(row: str, ledger: Path, limit: int, as_json: bool) -> None:
    """Explain ROW (its id, or how it begins): the row in words, the rule that made it, the rows it stands on.

    ROW may be a claim (and its verdict), a link such as a denial, a pair of numbers, a happening, an origin, a story, a
    commitment (and its states), a statement, an event, an actor or an article. The rows it stands on are told with
    their words, document and date, one level deep; explain one of them to go on.
    """
    from sayso.ledger import Ledger
    from sayso.report import explanation_of

    told = explanation_of(Ledger(ledger), row, limit)
    if as_json:
        click.echo(json.dumps(_as_json(told), ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(told)))


def _lines(told: Explanation) -> list[str]:
    out = [click.style(f"{told.row}  ({told.table})", bold=True), ""]
    for line in told.lines:
        out += _folded(_bare(line), 2)
    out += [line for note in told.evidence for line in _folded(_place(note, told.row), 4)]
    if told.rule:
        out += ["", click.style("Made by", bold=True)]
        out += [line for label, words in told.rule for line in _folded(f"{label}: {words}", 2)]
    if told.stands_on:
        count = len(told.stands_on) + told.more
        out += ["", click.style(f"Stands on {count:,} row{'s' * (count != 1)}", bold=True)]
        out += [line for stood in told.stands_on for line in _stood(stood)]
    if told.more:
        out += ["", f"  and {told.more:,} more; --limit shows them"]
    return out


def _stood(stood: Stood) -> list[str]:
    out = ["", *_folded(f"{stood.row}  {stood.how}", 2), *_folded(_bare(stood.line), 4)]
    out += [line for note in stood.evidence for line in _folded(_place(note, stood.row), 6)]
    rule = "; ".join(f"{label} {words}" for label, words in stood.rule)
    return [*out, *(_folded(rule, 6) if rule else [])]


def _bare(line: Line) -> str:
    """A line without the numbers of notes: here the evidence follows at once."""
    from sayso.report.parts import text_of

    return text_of(tuple(run for run in line if run.kind != "note"))


def _place(note: Note, row: str) -> str:
    """Where the words of a row stand, in the article and in the document as it was obtained."""
    place = f"in {note.uri}, characters {note.start}–{note.end} of the article"
    for one in note.rows:
        if one.row == row and one.raw:
            word = f"“{one.word}” at " if one.word else ""
            place += f"; {word}{', '.join(f'{start}–{end}' for start, end in one.raw)} of the original"
    return place


def _folded(words: str, indent: int) -> list[str]:
    lead = " " * indent
    return textwrap.wrap(plain(words), _WIDTH, initial_indent=lead, subsequent_indent=lead) or [""]


def _as_json(told: Explanation) -> dict[str, Any]:
    from sayso.report.parts import text_of

    def evidence(notes: tuple[Note, ...]) -> list[dict[str, Any]]:
        keys = ("uri", "document_id", "article_id", "outlet", "published", "start", "end", "quote")
        return [{key: getattr(note, key) for key in keys} for note in notes]

    return {
        "row": told.row,
        "table": told.table,
        "words": [text_of(line) for line in told.lines],
        "rule": [list(pair) for pair in told.rule],
        "evidence": evidence(told.evidence),
        "stands_on": [
            {
                "row": one.row,
                "table": one.table,
                "how": one.how,
                "words": text_of(one.line),
                "rule": [list(pair) for pair in one.rule],
                "evidence": evidence(one.evidence),
            }
            for one in told.stands_on
        ],
        "more": told.more,
    }
