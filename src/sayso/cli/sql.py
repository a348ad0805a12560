"""`sayso sql`: analyst SQL over the ledger's tables."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sayso.cli import options
from sayso.cli.view import columns_of

__all__ = ["sql"]


@click.command(short_help="Run SQL (DuckDB) over the ledger's tables.")
@click.argument("statement", required=False)
@options.ledger
@options.as_json
def sql(statement: str | None, ledger: Path, as_json: bool) -> None:
    """Run one SQL statement over copies of the ledger's tables in memory; files and network are out of reach.

    Without a STATEMENT, list the tables and their columns. Nested fields are structs and lists:

    \b
      sayso sql "SELECT speaker.name, count(*) AS n FROM statements GROUP BY ALL ORDER BY n DESC" -l border
    """
    from sayso.ledger import Ledger
    from sayso.ledger.analysis import query
    from sayso.schema import tables

    if statement is None:
        for name, table in tables().items():
            click.echo(f"{name}({', '.join(field.name for field in table.fields)})")
        return
    names, rows = query(Ledger(ledger).database, statement)
    if as_json:
        for row in rows:
            click.echo(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str))
    else:
        click.echo(columns_of(names, rows))
        click.echo(f"{len(rows):,} row{'s' * (len(rows) != 1)}", err=True)
