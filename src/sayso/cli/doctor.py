"""`sayso doctor`: what is installed, what is set and where from, what is missing."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sqlite3
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import click

from sayso import __version__
from sayso.cli import options

__all__ = ["doctor"]


@click.command(short_help="What is set, where from, and what is missing.")
@click.option(
    "--ledger", "-l", envvar="SAYSO_LEDGER", metavar="DIR", type=click.Path(path_type=Path), help="A ledger to look at."
)
@options.as_json
def doctor(ledger: Path | None, as_json: bool) -> None:
    """Show what is installed, what is set and where from, and what is missing."""
    facts = {
        "sayso": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        **_machine(ledger),
    }
    packages, missing = _packages()
    settings = _settings(ledger) if ledger else {}
    if as_json:
        click.echo(json.dumps({**facts, "packages": packages, "missing": missing, "settings": settings}))
    else:
        for name, value in {**facts, **packages}.items():
            click.echo(f"{name:<22} {value}")
        for name, (value, where) in settings.items():
            click.echo(f"{name:<32} {value!s:<10} {where}")
        click.echo(f"missing: {', '.join(missing)}" if missing else "nothing is missing")
    if missing:
        raise click.exceptions.Exit(1)


def _machine(ledger: Path | None) -> dict[str, Any]:
    place = ledger if ledger and ledger.exists() else Path.cwd()
    return {
        "cores": os.cpu_count(),
        "disk free (GB)": round(shutil.disk_usage(place).free / 1e9, 1),
        "sqlite": sqlite3.sqlite_version,
        "full-text search": "FTS5" if _has_fts5() else "missing",
    }


def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as database:
        return bool(database.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0])


def _packages() -> tuple[dict[str, str], list[str]]:
    found: dict[str, str] = {}
    missing = [] if _has_fts5() else ["FTS5 in SQLite"]
    for requirement in requires("sayso") or []:
        named = re.match(r"[\w.-]+", requirement)
        name = named[0] if named else requirement
        if "extra ==" in requirement:
            continue
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            missing.append(name)
    return found, missing


def _settings(ledger: Path) -> dict[str, tuple[Any, str]]:
    from sayso.ledger import LedgerFolder
    from sayso.model import Settings

    folder = LedgerFolder.open(ledger)
    now, default = _flat(folder.settings()), _flat(Settings())
    return {name: (now[name], "default" if now[name] == default[name] else str(folder.settings_path)) for name in now}


def _flat(settings: Any) -> dict[str, Any]:
    values = asdict(settings)
    tables = {name: values.pop(name) for name in ("scope", "limits")}
    return values | {f"{table}.{name}": value for table, held in tables.items() for name, value in held.items()}
