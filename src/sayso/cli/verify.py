"""`sayso verify`: every stored hash and every span, recomputed."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sayso.cli import options

__all__ = ["verify"]


@click.command(short_help="Recompute every hash and span; exit 4 where one differs.")
@options.ledger
@options.as_json
def verify(ledger: Path, as_json: bool) -> None:
    """Recompute every hash and every span of a ledger.

    Each document's bytes must hash to the name they are stored under, each quote must stand where its row says, in the
    article and in the original. Exit code 4 where anything differs, by one byte.
    """
    from sayso.ledger import LedgerFolder
    from sayso.verify import verify as check

    result = check(LedgerFolder.open(ledger))
    checked = {"documents": result.documents, "articles": result.articles, "spans": result.spans}
    if as_json:
        failures = [{"code": failure.code, "message": failure.message} for failure in result.failures]
        click.echo(json.dumps({**checked, "failures": failures}))
    else:
        for failure in result.failures:
            click.echo(str(failure), err=True)
        words = ", ".join(f"{count:,} {name}" for name, count in checked.items())
        click.echo(f"{words}: {f'{len(result.failures)} FAILED' if result.failures else 'all as stored'}")
    if not result.passed:
        raise click.exceptions.Exit(4)
