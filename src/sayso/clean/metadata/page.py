"""What a page says about its article: HTML source in, every statement of title, author, date, outlet and language out.

Nothing is decided here; `settle` weighs what was found. Source is read by patterns that keep places, not by a tree.
"""

from __future__ import annotations

import re

from sayso.clean.metadata.head import head_metadata
from sayso.clean.metadata.jsonld import jsonld_metadata
from sayso.clean.metadata.visible import visible_metadata
from sayso.model import Metadatum
from sayso.model.dates import find_dates, order_of_locale

__all__ = ["page_metadata", "url_date"]

_PATH_DATE = re.compile(
    r"(?<![\d])((?:19|20)\d\d)(?:([-/._])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)|([01]\d)([0-3]\d)(?!\d)|/(\d{1,2})(?=/))",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(
    r"[\"'](?!\w{0,20}(?:re|up|modif|last|expire)\w{0,10}\\?[\"'])(?:\w{0,20}(?:publish|publication|pub_?date|deploy|issued)\w{0,12}|postdate|first_?created|date_?created)"
    r"\\?[\"']\s{0,4}[:=,]\s{0,4}\\?[\"']([\d][\d\sTZ:./+-]{7,34})\\?[\"']",
    re.IGNORECASE,
)


def page_metadata(source: str, *, url: str | None = None) -> list[Metadatum]:
    """Everything a page says about itself, each statement with its method and its place in the source.

    >>> [found.value for found in page_metadata("<title>Gate reopens - Rell Post</title><h1>Gate reopens</h1>")]
    ['Gate reopens - Rell Post', 'Gate reopens']
    """
    out = jsonld_metadata(source) + head_metadata(source)
    language = next((given.value for given in out if given.field == "language"), None)
    out.extend(visible_metadata(source, order=order_of_locale(language)))
    for given in [given for given in out if given.field == "url"]:
        out.extend(url_date(given.value, given.raw))
    if url:
        out.extend(url_date(url, None))
    if not any(given.field == "published" for given in out):
        out.extend(_embedded(source))
    return out


def url_date(url: str, raw: tuple[int, int] | None) -> list[Metadatum]:
    """The date in the path of an address, as many publishing systems put it.

    >>> url_date("https://rell.example/2026/01/07/gate-reopens", None)[0].value
    '2026-01-07'
    """
    path = url.split("?", 1)[0].split("://", 1)[-1].partition("/")[2]
    for found in _PATH_DATE.finditer(path):
        if found[7]:
            expression = f"{found[1]}-{int(found[7]):02}"
        elif found[5]:
            expression = f"{found[1]}-{found[5]}-{found[6]}"
        elif found[3].isdigit():
            expression = f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}"
        else:
            expression = f"{found[4]} {found[3]} {found[1]}"
        readings = find_dates(expression)
        if readings and readings[0].end - readings[0].start == len(expression):
            return [Metadatum("published", readings[0].value, "url.path", raw)]
    return []


def _embedded(source: str) -> list[Metadatum]:
    """Dates in the data that scripts of a page carry, read only where nothing else gives one."""
    found = [match for _, match in zip(range(8), _EMBEDDED.finditer(source), strict=False)]
    return [Metadatum("published", match[1], "script.date", match.span(1)) for match in found]
