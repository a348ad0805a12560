"""`sayso demo`: a ledger from the bundled sample."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

__all__ = ["demo"]


@click.command(short_help="Build a ledger from the bundled sample and show it.")
@click.option(
    "--ledger", "-l", default="demo-ledger", show_default=True, metavar="DIR", type=click.Path(path_type=Path),
    help="Where to build it.",
)  # fmt: skip
@click.pass_context
def demo(ctx: click.Context, ledger: Path) -> None:
    """Build a ledger from the bundled sample and show it.

    The sample is synthetic: articles in many forms about a border dispute between two invented states. Its documents
    are laid beside the ledger (DIR-documents), so that every quote can be looked up in them.
    """
    from sayso.build import build
    from sayso.cli.build import totals
    from sayso.cli.progress import Progress
    from sayso.cli.show import show

    documents = ledger.with_name(f"{ledger.name}-documents")
    with as_file(files("sayso.sample").joinpath("documents")) as bundled:
        shutil.copytree(bundled, documents, dirs_exist_ok=True)
    with Progress() as progress:
        built = build(documents, ledger=ledger, tell=progress.tell)
    counts = {
        name: built.database.count(name) for name in ("documents", "articles", "statements", "events", "quarantine")
    }
    click.echo(f"{ledger}: {totals(counts)}; a synthetic dispute, nothing in it happened\n", err=True)
    ctx.invoke(show, ledger=ledger)
    click.echo(
        f"\nNext:  sayso show statements --ledger {ledger}\n"
        f"       sayso show --find fire --ledger {ledger}\n"
        f"       sayso export statements --ledger {ledger} --format csv > statements.csv"
    )
