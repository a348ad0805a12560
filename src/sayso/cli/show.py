"""`sayso show`: the ledger at a glance, a table, a row with its evidence, or rows that hold some words."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import options
from sayso.cli.event_view import event_lines
from sayso.cli.view import columns_of, excerpt, plain, quarantine_lines, statement_lines
from sayso.errors import UsageError
from sayso.schema import tables

if TYPE_CHECKING:
    from sayso.ledger import Database

__all__ = ["glance", "show"]

_SHOWN = {
    "documents": ("uri", "form", "bytes", "status"),
    "articles": ("id", "day", "outlet", "title"),
    "statements": ("id", "speaker", "act", "content"),
    "events": ("id", "date", "root", "actors", "trigger", "recipients", "place"),
    "actors": ("id", "kind", "country", "name"),
    "lines": ("article_id", "label", "start", "end"),
}
"""What a table's list shows; other tables show their first four fields."""


@click.command(short_help="The ledger at a glance, a table, or a row with its evidence.")
@click.argument("what", required=False, metavar="[TABLE|ROW]")
@options.ledger
@click.option("--find", metavar="WORDS", help="Statements (or, with TABLE articles, articles) that hold the words.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Rows shown.")
@options.strict
@options.as_json
def show(what: str | None, ledger: Path, find: str | None, limit: int, strict: bool, as_json: bool) -> None:
    """Show the ledger at a glance; with a TABLE its rows; with a ROW (its id, or how it begins) that row whole."""
    from sayso.ledger import Ledger

    database = Ledger(ledger, strict=strict).database
    if find is not None:
        table = what or "statements"
        _print_rows(database, table, database.search(table, find, limit), None, as_json)
    elif what is None:
        click.echo(json.dumps(glance(database)) if as_json else _glance_text(str(ledger), database))
    elif what in tables():
        rows = list(islice(database.rows(what), limit))
        _print_rows(database, what, rows, database.count(what), as_json)
    else:
        _print_row(database, what, as_json)


def glance(database: Database) -> dict[str, Any]:
    """Counts of every table, and the commonest speakers, acts and outlets."""
    return {
        "counts": {name: database.count(name) for name in tables()},
        "speakers": database.tally("statements", "speaker", 8),
        "acts": database.tally("statements", "act", 8),
        "events": database.tally("events", "root", 8),
        "outlets": database.tally("articles", "outlet", 8),
        "languages": database.tally("articles", "language", 8),
    }


def _glance_text(name: str, database: Database) -> str:
    seen = glance(database)
    counts = {table: count for table, count in seen["counts"].items() if count}
    parts = [f"Ledger {name}", ""]
    parts += [f"  {count:>8,}  {table}" for table, count in counts.items()]
    for title, key in (
        ("Who speaks", "speakers"),
        ("What they do by speaking", "acts"),
        ("What is reported done", "events"),
        ("Where it stands", "outlets"),
    ):
        if seen[key]:
            parts += ["", title, *(f"  {count:>8,}  {excerpt(value, 70)}" for value, count in seen[key])]
    example = _example(database)
    if example:
        parts += ["", "A row, with its evidence", example]
    return "\n".join(parts)


def _example(database: Database) -> str:
    """The surest named direct statement: a row that shows what rows are."""
    rows = islice(database.rows("statements"), 2000)
    named = [row for row in rows if row["speaker"] and row["cue"] and len(row["content"][0]["quote"]) > 30]
    if not named:
        return ""
    best = max(named, key=lambda row: (row["form"] == "direct", row["confidence"], row["id"]))
    return statement_lines(best, _article(database, best))


def _statement(database: Database, row: dict[str, Any]) -> dict[str, Any] | None:
    """The statement on whose word an event is."""
    found = database.row(row["asserted_by"]) if row["asserted_by"] else None
    return found[1] if found else None


def _article(database: Database, row: dict[str, Any]) -> dict[str, Any] | None:
    found = database.row(row["article_id"])
    return found[1] if found else None


def _print_rows(database: Database, table: str, rows: list[dict[str, Any]], total: int | None, as_json: bool) -> None:
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    if table == "quarantine":
        click.echo("\n\n".join(quarantine_lines(row) for row in rows))
    elif table == "statements" and total is None:
        click.echo("\n\n".join(statement_lines(row, _article(database, row)) for row in rows))
    else:
        names = _SHOWN.get(table) or tuple(field.name for field in tables()[table].fields[:4])
        click.echo(columns_of(names, [[_listed(row, name) for name in names] for row in rows]))
    if total is None:
        click.echo(f"{len(rows):,} found", err=True)
    else:
        click.echo(f"{len(rows):,} shown of {total:,} row{'s' * (total != 1)}", err=True)


def _listed(row: dict[str, Any], name: str) -> Any:
    return (row["published"] or "undated")[:10] if name == "day" else _brief(row[name])


def _brief(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("name") or value.get("quote")
    if isinstance(value, list):
        return " … ".join(str(_brief(item)) for item in value)
    return value


def _print_row(database: Database, row_id: str, as_json: bool) -> None:
    found = database.row(row_id)
    if found is None:
        raise UsageError("E102", f"{row_id!r} is neither a table nor the id of one row")
    table, row = found
    if as_json:
        click.echo(json.dumps(row, ensure_ascii=False))
    elif table == "statements":
        article = _article(database, row)
        click.echo(statement_lines(row, article))
        if article:
            click.echo(f"\n{_context(row, article)}")
    elif table == "events":
        click.echo(event_lines(row, _article(database, row), _statement(database, row)))
    else:
        for name, value in row.items():
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            click.echo(f"{name:<20} {plain(str(shown))}")
        if table == "articles":
            statements = database.article_statements(row["id"])
            click.echo(f"\n{columns_of(('statement', 'speaker', 'act', 'words'), [_short(s) for s in statements])}")


def _short(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["id"], _brief(row["speaker"]), row["act"], _brief(row["content"])


def _context(row: dict[str, Any], article: dict[str, Any]) -> str:
    """The paragraph around a statement, its words between marks."""
    text, spans = article["text"], sorted((span["start"], span["end"]) for span in row["content"])
    start = text.rfind("\n\n", 0, spans[0][0]) + 2 if "\n\n" in text[: spans[0][0]] else 0
    end = text.find("\n\n", spans[-1][1])
    out, at = "", start
    for begin, stop in spans:
        out += f"{text[at:begin]}▸{text[begin:stop]}◂"
        at = stop
    return plain(out + text[at : end if end >= 0 else len(text)])
