"""`sayso actors`: who the registry knows, who a mention is on a day, and other lists of actors taken in."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import options
from sayso.cli.view import columns_of, plain
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.actors import Actor, Registry

__all__ = ["actors"]

_ledger = click.option(
    "--ledger",
    "-l",
    envvar="SAYSO_LEDGER",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Also the actors of this ledger (its actors.csv and sayso.toml). [env: SAYSO_LEDGER]",
)


@click.group(short_help="Who the registry knows, and who a mention is on a day.")
def actors() -> None:
    """The registry of actors: states, bodies, groups, people, with their names in time."""


@actors.command(name="list")
@click.option("--kind", metavar="KIND", help="Only this kind: armed-group, ministry, person, ...")
@click.option("--country", metavar="ISO3", help="Only this state's.")
@_ledger
@options.as_json
def list_(kind: str | None, country: str | None, ledger: Path | None, as_json: bool) -> None:
    """List the actors of the registry."""
    rows = [
        actor
        for actor in _registry(ledger)
        if (kind is None or actor.kind == kind) and (country is None or actor.country == country.upper())
    ]
    if as_json:
        for actor in rows:
            click.echo(json.dumps(asdict(actor), ensure_ascii=False))
        return
    click.echo(columns_of(("id", "kind", "country", "name"), [(a.id, a.kind, a.country or "", a.name) for a in rows]))
    click.echo(f"{len(rows):,} actor{'s' * (len(rows) != 1)}", err=True)


@actors.command()
@click.argument("actor_id", metavar="ID")
@_ledger
@options.as_json
def show(actor_id: str, ledger: Path | None, as_json: bool) -> None:
    """Show all that the registry has on one actor."""
    from sayso.actors import chain_of

    registry = _registry(ledger)
    actor = registry.get(actor_id)
    if actor is None:
        raise UsageError("E102", f"there is no actor {actor_id!r}; 'sayso actors list' shows them")
    if as_json:
        click.echo(json.dumps(asdict(actor), ensure_ascii=False))
        return
    for name, value in asdict(actor).items():
        if value:
            click.echo(f"{name:<10} {plain(_shown(value))}")
    click.echo(f"{'belongs to':<10} {' < '.join(chain_of(actor.id, registry))}")


@actors.command()
@click.argument("mention")
@click.option("--on", metavar="DATE", help="The day, as 2021-08-14.")
@click.option("--country", metavar="ISO3", help="The state that the article is about or comes from.")
@click.option("--role", metavar="WORDS", help="The role that stands beside the mention.")
@_ledger
@options.as_json
def who(
    mention: str, on: str | None, country: str | None, role: str | None, ledger: Path | None, as_json: bool
) -> None:
    """Tell who a mention is on a day in an article, and how that was found."""
    from sayso.actors import Context, resolve

    context = Context(country=country.upper() if country else None, role=role)
    found = resolve(mention, on=_day(on), context=context, among=_registry(ledger))
    if as_json:
        click.echo(json.dumps(asdict(found) if found else None, ensure_ascii=False))
    elif found is None:
        click.echo(f"{plain(mention)}: nobody for sure; a day (--on) or a country (--country) may tell")
    else:
        for name, value in asdict(found).items():
            if value:
                click.echo(f"{name:<12} {plain(_shown(value))}")


@actors.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@options.ledger
def import_(files: tuple[Path, ...], ledger: Path) -> None:
    """Take in actors from FILEs: an extract of Wikidata's JSON dump, a list of UCDP, or a CSV of your own.

    They are written to actors.csv in the ledger's folder, merged with what stands there.
    """
    from sayso.actors import own_actors
    from sayso.actors.importing import as_csv, import_actors
    from sayso.ledger.files import write_whole

    if not ledger.is_dir():
        raise UsageError("E101", f"{ledger} is no folder; make a ledger with 'sayso build' first")
    table = ledger / "actors.csv"
    known: list[Actor] = own_actors(table) if table.exists() else []
    registry = _registry(ledger)
    rows, report = import_actors(files, known, registry)
    write_whole(table, as_csv(rows).encode())
    for problem in report.problems:
        click.echo(f"left out: {plain(problem)}", err=True)
    click.echo(f"{table}: {report.added:,} added, {report.merged:,} merged, {len(report.problems):,} left out")


def _registry(ledger: Path | None) -> Registry:
    from sayso.actors import ledger_actors, registry

    return registry(ledger_actors(ledger) if ledger else ())


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return datetime.strptime(words, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError as error:
        raise UsageError("E102", f"{words!r} is no day; write it as 2021-08-14") from error


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(_shown(one) for one in value)
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    return str(value)
