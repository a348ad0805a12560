"""`sayso export`: a table of the ledger as a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli import options
from sayso.schema import tables

__all__ = ["export"]


@click.command(short_help="Write a table as JSON Lines, CSV or Parquet.")
@click.argument("table", metavar="TABLE")
@options.ledger
@click.option("--format", "-f", "form", default="jsonl", show_default=True, metavar="jsonl|csv|parquet", help="Format.")
@click.option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to a file.")
@options.strict
def export(table: str, ledger: Path, form: str, out: Path | None, strict: bool) -> None:
    """Write a table of the ledger to standard output, or to a file.

    The number of rows goes to standard error; it is the number 'sayso show' tells. In CSV, a cell that a spreadsheet
    would run as a formula stands behind an apostrophe, and composite cells are JSON.
    """
    from sayso.ledger import Ledger
    from sayso.ledger.export.formats import export as write
    from sayso.ledger.files import replaced

    database = Ledger(ledger, strict=strict).database
    if out is None:
        count = write(database, table, form, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        with replaced(out) as beside, beside.open("wb") as stream:
            count = write(database, table, form, stream)
    click.echo(f"{count:,} row{'s' * (count != 1)} of {table}", err=True)


export.help = f"{export.help}\n\nTables: {', '.join(tables())}."
