"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["as_json", "ledger", "strict"]

ledger = click.option(
    "--ledger",
    "-l",
    required=True,
    envvar="SAYSO_LEDGER",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The ledger's folder. [env: SAYSO_LEDGER]",
)

strict = click.option("--strict", is_flag=True, help="Only sure rows: those of confidence .85 or more.")

as_json = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
