"""One of several: the namings that words may be in, with day and article, the one that is meant out, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from sayso.actors.answer import Context, Resolution, answer
from sayso.actors.index import Naming
from sayso.actors.keys import is_abbreviation
from sayso.model.actor import Actor, holds
from sayso.schema.countries import namings
from sayso.schema.data import read_data

__all__ = ["chosen", "fits"]

_SHORT = 3
_PLACES = frozenset({"state", "government", "de-facto-authority"})


def chosen(rows: Iterable[Naming], on: date | None, context: Context) -> Resolution | None:
    """The actor that one of these namings means on a day in an article; None where none or more than one is meant."""
    every = [naming for naming in rows if _may_be(naming, on, context)]
    rows = _at_day(every, on)
    rows = [row for row in rows if not row.ambiguous or fits(row.actor, context) > 0 or _is_the_only(row, rows)]
    if not rows:
        return None
    ids = dict.fromkeys(naming.actor.id for naming in rows)
    best, how = _best(rows, on, context), ""
    if best is None:
        return None
    if on is None and _is_of_many_times(every):
        how = f"{best.how}, latest"
    elif len(ids) > 1 and len({fits(naming.actor, context) for naming in rows}) > 1:
        how = "context" if best.how != "loaded" else best.how
    others = tuple(actor_id for actor_id in ids if actor_id != best.actor.id)
    return answer(best.actor, how or best.how, loaded=best.how == "loaded", alternatives=others)


def _is_the_only(row: Naming, rows: list[Naming]) -> bool:
    """`ICC`: a doubtful abbreviation of a body that belongs to no state, which nobody else of the registry bears."""
    alone = len({other.actor.id for other in rows}) == 1
    return alone and row.actor.country is None and len(row.name) >= _SHORT and is_abbreviation(row.name)


def fits(actor: Actor, context: Context) -> int:
    """How well an actor fits into an article: named there, of the mention's own state, of the nearest, of one named."""
    score = 8 * (actor.id in context.actors)
    if actor.country is None:
        return score
    if context.own:
        score += 4 if actor.country == context.own else -4
    score += 3 * (actor.country == context.country)
    return score + (actor.country in context.countries)


def _may_be(naming: Naming, on: date | None, context: Context) -> bool:
    """Is a naming open to the mention at all, by its use in the text?"""
    actor = naming.actor
    if naming.how == "metonym" and context.use != "metonym" and naming.name in _places_first():
        return False
    if context.use == "place" and (naming.how == "metonym" or actor.kind in _PLACES):
        return False
    alone = " " not in naming.name.strip()
    if context.kind == "person" and alone and (naming.how == "metonym" or _is_a_first_name(naming)):
        return False  # Mr Washington, Paris Hilton's first name
    if actor.kind == "person":
        if context.own and actor.country and context.own != actor.country and naming.ambiguous:
            return False
        return not alone  # a surname is read with its role
    return not (on and actor.since and not holds(actor.since, None, on))


@cache
def _places_first() -> frozenset[str]:
    return frozenset(read_data("sayso.actors", "mentions.toml")["places_first"])


def _is_a_first_name(naming: Naming) -> bool:
    """Is a state's name borne by people as well: Jordan, Georgia, Chad?"""
    return naming.actor.kind == "state" and any(one.person for one in namings().get(naming.name, ()))


def _at_day(rows: list[Naming], on: date | None) -> list[Naming]:
    """Those that hold that day; a name out of its time still names its actor if nobody else bears it, a seat never."""
    if on is None:
        current = [row for row in rows if not row.until and not row.actor.until]
        return current or [row for row in rows if row.how != "metonym"] or rows
    valid = [row for row in rows if _holds(row, on)]
    if valid:
        return valid
    return [row for row in rows if row.how != "metonym" and (not row.since or holds(row.since, None, on))]


def _holds(row: Naming, on: date) -> bool:
    return holds(row.since, row.until, on) and holds(row.actor.since, row.actor.until, on)


def _best(rows: Sequence[Naming], on: date | None, context: Context) -> Naming | None:
    """The first by fit, by who wrote the name down, by the latest beginning; None where two actors are equal."""

    def order(row: Naming) -> tuple[int, int, str]:
        bounded = row.since or (row.actor.since if row.how == "metonym" or row.actor.kind in _PLACES else None)
        return fits(row.actor, context), row.rank, bounded or ""

    top = max(order(row) for row in rows)
    best = [row for row in rows if order(row) == top]
    return best[0] if len({row.actor.id for row in best}) == 1 else None


def _is_of_many_times(rows: Sequence[Naming]) -> bool:
    return len({row.actor.id for row in rows}) > 1 and any(row.since or row.until or row.actor.until for row in rows)
