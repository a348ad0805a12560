"""What the body of a post or of a feed's item says about its outlet: HTML source in, statements of it out.

Such a fragment has no head; but feeds sign ("appeared first on ..."), and sites call themselves by the name that their
address spells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.clean.metadata.markup import shown_text
from sayso.clean.metadata.outlets import host_key
from sayso.model import Metadatum

__all__ = ["fragment_metadata"]

_SIGNED = re.compile(
    r"\b(?:appeared first on|first appeared on)\s{1,3}(?P<name>(?:<a\b[^<>]{0,400}>[^<>]{2,80}|[^<>.]{2,80}))"
)
_SHORTEST = 6
"""Letters of a host name that spell no other word."""


def fragment_metadata(source: str, *, url: str | None = None) -> list[Metadatum]:
    """Statements of the outlet in a fragment.

    >>> fragment_metadata("<p>The post Gate shut appeared first on <a href='/'>Rell Post</a>.</p>")[0].value
    'Rell Post'
    """
    return [*_signed(source), *_called(source, host_key(url))]


def _signed(source: str) -> Iterator[Metadatum]:
    for found in list(_SIGNED.finditer(source))[-1:]:
        if name := shown_text(source, *found.span("name")):
            yield Metadatum("outlet", name, "html.signed", found.span("name"))


def _called(source: str, host: str) -> Iterator[Metadatum]:
    """The words of a name whose letters are those of the host: `rellpost.example` is "Rell Post"."""
    if len(host) < _SHORTEST or not host.isascii():
        return
    letters = r"(?:[ -]|&amp;|&#8217;|[’'])?".join(map(re.escape, host))
    for found in re.finditer(rf"(?<![\w@/.#-])(?:[Tt]he )?{letters}(?![\w@/-]|\.\w)", source, re.IGNORECASE):
        spoken = found[0].split()
        if len(spoken) > 1 and all(word[0].isupper() for word in spoken if len(word) > 3):
            yield Metadatum("outlet", found[0], "html.host", found.span())
            return
