"""The cross-check: everything that any reader found about an article in, one settled value a field out.

Every statement keeps its method and place and learns its standing: chosen, agrees or conflicts. What sources
contradict each other on, with no rule of reliability to decide, is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.clean.metadata.authors import name_key
from sayso.clean.metadata.byline import Standing, settle_authors
from sayso.clean.metadata.language import detect_language
from sayso.clean.metadata.outlets import Outlet, outlet_statements, settle_outlet
from sayso.clean.metadata.published import Published, agrees, settle_published
from sayso.clean.metadata.titles import Headline, headline_of, settle_title
from sayso.model import Metadatum
from sayso.model.dates import Order, order_of_locale

__all__ = ["Settled", "settle"]

Fits = Callable[[Metadatum], bool]

_MOST = 100
"""Statements of one field that are weighed; pages make up to forty, and weighing compares each with all."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known about an article after the cross-check; None and () stand for unknown.

    `published` is an ISO 8601 prefix as precise as `published_precision` (second, minute, day, month, year), with its
    offset where one is known. `metadata` holds the statements found, each with its standing.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_precision: str | None = None
    published_method: str | None = None
    outlet: str | None = None
    language: str | None = None
    metadata: tuple[Metadatum, ...] = ()


def settle(found: Sequence[Metadatum], *, text: str, url: str | None = None) -> Settled:
    """Weigh what was found about an article.

    `text` is the article's, its language is told from it; `url` its address, which helps to tell names of the outlet.

    >>> settle([Metadatum("published", "2026-01-07T18:10:00+07:00", "feed.pubdate")], text="").published
    '2026-01-07T18:10:00+07:00'
    """
    found = list(_bounded(found))
    declared = next((given.value for given in found if given.field == "language"), None)
    language, language_method = detect_language(text, declared=declared)
    order = order_of_locale(declared)
    statements = [given for given in found if given.field != "outlet"] + outlet_statements(found, url=url)
    houses = [given.value for given in statements if given.field == "outlet"]
    authors = settle_authors(statements, outlets=houses)
    outlet = settle_outlet(statements, url=url, authors=authors.named)
    houses += [outlet.value] if outlet else []
    title = settle_title(statements, houses)
    published = settle_published(statements, order=order)
    fits: dict[str, tuple[Metadatum | None, Fits]] = {
        "title": _title_fits(title, statements, houses),
        "published": _published_fits(published, order),
        "outlet": _outlet_fits(outlet),
        "language": (None, lambda given: language is not None and given.value.lower().startswith(language)),
    }
    judged = [_judged(given, fits, authors.standing.get(id(given))) for given in statements]
    if language and language_method != "declared":
        judged.append(Metadatum("language", language, language_method, None, "chosen"))
    return Settled(
        title=title.value if title else None,
        authors=authors.names,
        published=published.value if published else None,
        published_precision=published.precision if published else None,
        published_method=published.method if published else None,
        outlet=outlet.value if outlet else None,
        language=language,
        metadata=tuple(judged),
    )


def _bounded(found: Sequence[Metadatum]) -> Iterator[Metadatum]:
    """The first statements of each field; nobody makes more in earnest."""
    seen = Counter[str]()
    for given in found:
        seen[given.field] += 1
        if seen[given.field] <= _MOST:
            yield given


def _title_fits(
    title: Headline | None, statements: Sequence[Metadatum], houses: Sequence[str]
) -> tuple[Metadatum | None, Fits]:
    if title is None:
        return None, lambda _: False
    key = name_key(title.value)
    titles = [given for given in statements if given.field == "title"]
    return title.chosen, lambda given: name_key(headline_of(given, titles, houses)) == key


def _published_fits(published: Published | None, order: Order | None) -> tuple[Metadatum | None, Fits]:
    if published is None:
        return None, lambda _: False
    return published.chosen, lambda given: agrees(published.value, given.value, order=order)


def _outlet_fits(outlet: Outlet | None) -> tuple[Metadatum | None, Fits]:
    if outlet is None:
        return None, lambda _: False
    key = name_key(outlet.value)
    return outlet.chosen, lambda given: key in name_key(given.value)


def _judged(given: Metadatum, fits: dict[str, tuple[Metadatum | None, Fits]], standing: Standing | None) -> Metadatum:
    """A statement with its standing; of fields that are not cross-checked (url, modified) as it was given."""
    if given.field == "author" and standing:
        return replace(given, standing=standing)
    if given.field not in fits:
        return given
    chosen, fit = fits[given.field]
    if given is chosen:
        return replace(given, standing="chosen")
    return replace(given, standing="agrees" if fit(given) else "conflicts")
