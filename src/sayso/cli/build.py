"""`sayso build`: collect, read what is new, publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

from sayso.cli import options
from sayso.cli.progress import Progress

__all__ = ["build", "totals"]


@click.command(short_help="Collect documents into a ledger and read what is new.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@options.ledger
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: one a core]")
@click.option(
    "--scope",
    type=click.Choice(["default", "all"]),
    help="Read articles on any subject (all), or on conflict, diplomacy and politics (default); kept in sayso.toml.",
)
@click.option("--retry", is_flag=True, help="Work quarantined documents again.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Wait for another build.",
)
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
@options.as_json
def build(
    sources: tuple[str, ...],
    ledger: Path,
    workers: int | None,
    scope: Literal["default", "all"] | None,
    retry: bool,
    wait: float,
    quiet: bool,
    as_json: bool,
) -> None:
    """Collect documents into a ledger, read what is new, and publish.

    A SOURCE is a file, a folder, a glob, '-' for standard input, or an http(s) address. Files may be plain text, saved
    web pages, WordPress posts (REST), JSON Lines, CSV, RSS or Atom feeds, mail, WARC, or zip, gz and tar of any of
    these; the form is recognised by content, not by name.

    A ledger is about conflict, diplomacy and politics, unless --scope or its sayso.toml says otherwise; an article out
    of scope is kept and marked, and yields no rows.

    What is finished is not read again. Without a SOURCE, what the ledger already stores is brought up to date.
    Exit code 3 says that some documents are in quarantine: 'sayso show quarantine' tells why.
    """
    from sayso.build import build as run

    with Progress(quiet=quiet or as_json) as progress:
        built = run(*sources, ledger=ledger, workers=workers, retry=retry, scope=scope, wait=wait, tell=progress.tell)
    counts = {
        name: built.database.count(name) for name in ("documents", "articles", "statements", "events", "quarantine")
    }
    if as_json:
        click.echo(json.dumps({"ledger": str(ledger), **counts}))
    else:
        click.echo(f"{ledger}: {totals(counts)}", err=True)
    if counts["quarantine"]:
        if not as_json:
            click.echo(f"sayso: see why: sayso show quarantine --ledger {ledger}", err=True)
        raise click.exceptions.Exit(3)


def totals(counts: dict[str, int]) -> str:
    """Counts as a sentence's part: `1 document, 2 articles, ...`."""
    names = {"quarantine": "in quarantine"}
    parts = [
        f"{count:,} {names.get(name) or (name if count != 1 else name.removesuffix('s'))}"
        for name, count in counts.items()
    ]
    return ", ".join(parts)
