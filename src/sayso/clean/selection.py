"""Which blocks of a page trafilatura would keep.

What comes in: a walked page. What goes out: for each block, how much of it trafilatura selects, from 0 to 1.
Trafilatura gives text without places, so its lines are found again in the text of the blocks, white space left out,
in order: lines that occur once are certain, those that occur more often go where order puts them.
"""

from __future__ import annotations

import logging
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, count
from typing import Any, NamedTuple

from sayso.clean.markup import Walk

__all__ = ["locate", "selected_shares"]

DEEPEST_TREE = 250
"""libxml2 stops reading a page that nests deeper than 255."""
_RESET_EVERY = 1_000
"""Pages after which trafilatura's caches are emptied; they grow with every page (adbar/trafilatura#216)."""
_MOST_PLACES = 40
"""Places of a line that are weighed; a line that occurs more often (a menu word) tells nothing."""
_SHORTEST = 3
_PART = 24
"""Characters at either end by which a line is looked for that is not found whole."""

_BREAKS = frozenset(
    {"p", "head", "list", "item", "quote", "table", "row", "cell", "lb", "code", "div", "graphic", "ab", "body"}
)
_pages = count(1)


class _Place(NamedTuple):
    start: int
    end: int
    weight: int


def selected_shares(walk: Walk) -> list[float]:
    """For each block, the share of its characters that trafilatura selects; all 0 where it selects nothing or fails."""
    blocks = walk.blocks
    if not blocks or walk.depth > DEEPEST_TREE:
        return [0.0] * len(blocks)
    squeezed = ["".join(block.text.split()) for block in blocks]
    edges = list(accumulate(map(len, squeezed), initial=0))
    covered = [0] * len(blocks)
    for start, end in locate(_lines(walk.reduced()), "".join(squeezed)):
        first, last = bisect_right(edges, start) - 1, bisect_left(edges, end)
        for at in range(first, last):
            covered[at] += min(end, edges[at + 1]) - max(start, edges[at])
    return [min(1.0, share / len(text)) for share, text in zip(covered, squeezed, strict=True)]


@cache
def _trafilatura() -> Any:
    """The library, loaded at first use because it takes longer to import than small commands take to run."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


@cache
def _options() -> Any:
    """What trafilatura is asked for, settled once; of its formats `txt` is the one it spends no time on here."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="txt", fast=True, precision=True, comments=False)


@cache
def _parser() -> Any:
    """A parser that makes all elements one kind of `HtmlElement`; lxml's own asks Python for the class of each."""
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement, HTMLParser

    class Consumed(HtmlElement):  # type: ignore[misc] # lxml has no types
        """The library sets whole pages aside three times, for rescues that these options never call for."""

        def __copy__(self) -> Any:
            return self if self.getparent() is None else super().__copy__()

        def __deepcopy__(self, memo: object) -> Any:
            return super().__copy__()

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=Consumed))
    return parser


def _lines(html: str) -> list[str]:
    """The lines trafilatura selects, white space left out; none where it fails, which own rules then make good."""
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    library = _trafilatura()
    if next(_pages) % _RESET_EVERY == 0:
        from trafilatura.meta import reset_caches

        reset_caches()
    try:
        tree = document_fromstring(html.replace("\0", "").encode("utf-8", "replace"), parser=_parser())
        found = library.bare_extraction(tree, options=_options())
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
        return []
    return [] if found is None or found.body is None else list(_texts(found.body))


def _texts(body: Any) -> Iterator[str]:
    """The text of a trafilatura tree, a line for each block element."""
    parts: list[str] = []
    for event, element in _events(body):
        if element.tag in _BREAKS and parts:
            if line := "".join("".join(parts).split()):
                yield line
            parts.clear()
        text = element.text if event == "start" else element.tail
        if text:
            parts.append(text)
    if line := "".join("".join(parts).split()):
        yield line


def _events(body: Any) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterwalk

    return iter(iterwalk(body, events=("start", "end")))


def locate(lines: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where in a text lines of it stand, in order, so that as many characters as possible find their place.

    >>> locate(["home", "ford"], "homefordhome")
    [(0, 4), (4, 8)]
    """
    candidates = [places for line in lines if len(line) >= _SHORTEST and (places := _places(line, text))]
    return [(place.start, place.end) for place in _best_chain(candidates)]


def _places(line: str, text: str) -> list[_Place]:
    found = list(_occurrences(line, text))
    if found:
        return found if len(found) <= _MOST_PLACES else []
    if len(line) < 2 * _PART:
        return []
    # the library has joined or dropped something inside the line: take it from where it begins to where it ends
    first, last = text.find(line[:_PART]), text.rfind(line[-_PART:])
    if 0 <= first < last and abs(last + _PART - first - len(line)) <= len(line) // 2:
        return [_Place(first, last + _PART, len(line) // 2)]
    return []


def _occurrences(line: str, text: str) -> Iterator[_Place]:
    at = text.find(line)
    for _ in range(_MOST_PLACES + 1):
        if at < 0:
            return
        yield _Place(at, at + len(line), len(line))
        at = text.find(line, at + 1)


def _best_chain(candidates: Sequence[Sequence[_Place]]) -> list[_Place]:
    """One place at most for each line, in order and apart, of the greatest weight (a heaviest increasing chain).

    `ends` and `best` hold the chains that no other beats: the further one ends, the heavier it is.
    """
    ends, best, chains = [0], [0], [_Link(None, None)]
    for places in candidates:
        news = []
        for place in places:
            at = bisect_right(ends, place.start) - 1
            news.append((place.end, best[at] + place.weight, _Link(place, chains[at])))
        for end, weight, link in sorted(news, key=lambda new: (new[0], -new[1])):
            _keep(ends, best, chains, end, weight, link)
    link, out = chains[-1], []
    while link.place:
        out.append(link.place)
        assert link.before
        link = link.before
    return out[::-1]


class _Link(NamedTuple):
    place: _Place | None
    before: _Link | None


def _keep(ends: list[int], best: list[int], chains: list[_Link], end: int, weight: int, link: _Link) -> None:
    at = bisect_right(ends, end)
    if best[at - 1] >= weight:
        return
    stop = at
    while stop < len(ends) and best[stop] <= weight:
        stop += 1
    if ends[at - 1] == end:
        at -= 1
    ends[at:stop], best[at:stop], chains[at:stop] = [end], [weight], [link]
