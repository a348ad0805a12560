"""`sayso report`: the brief an analyst would hand on, every line with its footnote."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli import options
from sayso.cli.view import plain
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.actors import Registry
    from sayso.ledger import Ledger
    from sayso.report import Wanted

__all__ = ["report"]


@click.command(short_help="A brief with footnotes: who says what, promises, denials, numbers.")
@options.ledger
@click.option("--since", metavar="DATE", help="From this day, month or year on: 2026-02-03, 2026-02 or 2026.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year, inclusive.")
@click.option("--actor", metavar="NAME", help="What concerns an actor and its parts: a name, an alias or an id.")
@click.option(
    "--place", metavar="NAME", help="What is placed in, or speaks of, a place, or a state by its ISO 3166 code."
)
@click.option("--format", "-f", "form", metavar="md|html|docx|json", help="Format.  [default: by FILE's name, or md]")
@click.option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to a file.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=100, show_default=True, metavar="N", help="Items shown of a group."
)
def report(
    ledger: Path,
    since: str | None,
    until: str | None,
    actor: str | None,
    place: str | None,
    form: str | None,
    out: Path | None,
    limit: int,
) -> None:
    """Write a brief: what is reported to have happened, who says what, denials, promises, numbers that conflict.

    Each line says on whose word it is and has a footnote: document, outlet, date, exact words, their characters and
    the row's id. Nothing is called true. Its date is the latest of the documents, so the same ledger gives the same
    brief. Word documents need 'pip install sayso[docx]'.
    """
    from sayso.ledger import Ledger
    from sayso.ledger.files import write_whole
    from sayso.report import Selection, brief_of, written

    kind = _format(form, out)
    opened = Ledger(ledger)
    for day in (since, until):
        _check_day(day)
    asked = Selection(since, until, _wanted(actor, opened) if actor else None, place, limit)
    brief = brief_of(opened, asked)
    data = written(brief, kind)
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(out, data)
    items = sum(section.count for section in brief.sections)
    click.echo(
        f"{items:,} item{'s' * (items != 1)}, {len(brief.notes):,} note{'s' * (len(brief.notes) != 1)}", err=True
    )


def _format(form: str | None, out: Path | None) -> str:
    """The format asked for, or that the file's name ends with; Markdown otherwise."""
    from sayso.report import FORMATS

    if form is not None and form not in FORMATS:
        raise UsageError("E102", f"there is no format {form!r} for a report; there are {', '.join(FORMATS)}")
    named = out.suffix.lower().removeprefix(".") if out else ""
    kind = form or (named if named in FORMATS else "md")
    if kind == "docx" and out is None and sys.stdout.isatty():
        raise UsageError("E102", "a Word document is not for the screen; name a file with --out")
    return kind


def _check_day(words: str | None) -> None:
    from sayso.report.days import bounds

    if words is not None and bounds(words) is None:
        raise UsageError("E102", f"{words!r} is no date; write it as 2026-02-03, 2026-02 or 2026")


def _wanted(asked: str, ledger: Ledger) -> Wanted:
    """The actor that a name, an alias or an id means, with its parts; UsageError E102 with near names for none."""
    from sayso.actors import chain_of, ledger_actors, registry
    from sayso.report import Wanted
    from sayso.report.selection import folded

    known = registry(ledger_actors(ledger.folder.root))
    rows = {row["id"]: row for row in ledger.actors}
    actor_id = _meant(asked, rows, known)
    own = known.get(actor_id)
    row = rows.get(actor_id) or {"name": own.name if own else asked, "aliases": []}
    names = {folded(name) for name in (row["name"], *row["aliases"], *((own.name, *own.aliases) if own else ()))}
    chain = lru_cache(None)(partial(chain_of, among=known))
    people = {
        one for one, found in rows.items() if any(_is_of(role["of"], names, actor_id, chain) for role in found["roles"])
    }
    return Wanted(f"{row['name']} [{actor_id}]", frozenset({actor_id, *people}), frozenset(names), chain)


def _is_of(of: str | None, names: set[str], actor_id: str, chain: Callable[[str], Iterable[str]]) -> bool:
    """Is the body of an office the actor, or a part of it?"""
    from sayso.report.selection import folded

    return of is not None and (folded(of) in names or actor_id in chain(of))


def _meant(asked: str, rows: dict[str, dict[str, str]], known: Registry) -> str:
    from sayso.actors import resolve
    from sayso.report.selection import folded

    if asked in rows or known.get(asked):
        return asked
    names: dict[str, set[str]] = {}
    for row in rows.values():
        for name in (row["name"], *row["aliases"]):
            names.setdefault(folded(name), set()).add(row["id"])
    ids = names.get(folded(asked), set())
    if len(ids) > 1:
        raise UsageError(
            "E102", f"{plain(asked)!r} is the name of {', '.join(sorted(ids))}; give --actor one of these ids"
        )
    found = resolve(asked, among=known) if not ids else None
    if found is not None and found.actor_id:
        return found.actor_id
    if ids:
        return next(iter(ids))
    near = get_close_matches(folded(asked), sorted(names), n=4, cutoff=0.5)
    told = [f"{plain(rows[one]['name'])} ({one})" for name in near for one in sorted(names[name])[:1]]
    hint = f"near it: {', '.join(dict.fromkeys(told))}" if told else "'sayso show actors' lists those of the ledger"
    raise UsageError("E102", f"no actor of the ledger or the registry is named {plain(asked)!r}; {hint}")
