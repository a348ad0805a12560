"""Tagged spans and scores of links in; attributions out: a cue with its source and the pieces of what it brings.

Each word of a content span votes for the cue it belongs to; each cue chooses its source, or none. A source may serve
several cues (`X denied A and said B`), a content only one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.language.annotation import Annotation
from sayso.language.encoder import Window
from sayso.language.numbers import softmax

__all__ = ["Found", "attributions"]

Floats = NDArray[np.float32]
Range = tuple[int, int]

_JOINS = 0.3
"""Share of the vote below which a second piece of content does not join a cue."""
_UNTAGGED = 0.5
"""Share of the vote from which a word is a cue though it was not tagged one."""


_NEAR = 8
"""Words between an inner content and its cue, or that and its source, at most."""


@dataclass(slots=True)
class Found:
    """Ranges of words of the text; `features` are what its confidence is worked out from."""

    source: Range | None
    cue: Range | None
    content: list[Range]
    inner: bool = False
    features: dict[str, float] = field(default_factory=dict)


def attributions(annotation: Annotation, labels: Mapping[str, Sequence[str]], task: str = "attr") -> list[Found]:
    """The attributions of a text, in the order of their contents."""
    spans = annotation.spans[task]
    out: list[Found] = []
    at = 0
    for window in annotation.windows:
        mine: list[tuple[int, int, str]] = []
        while at < len(spans) and spans[at][0] < window.last:
            first, last, kind = spans[at]
            mine.append((first - window.first, last - window.first, kind))
            at += 1
        if any(kind == "content" for _, _, kind in mine):
            out.extend(_of_window(annotation, window, mine, task))
    return out


def _of_window(annotation: Annotation, window: Window, spans: list[tuple[int, int, str]], task: str) -> list[Found]:
    cues = [(first, last) for first, last, kind in spans if kind == "cue"]
    sources = [(first, last) for first, last, kind in spans if kind == "source"]
    taken = np.zeros(window.last - window.first, bool)
    for first, last, _ in spans:
        taken[first:last] = True
    sure = _sureness(annotation, window, task)
    by_cue: dict[Range | None, Found] = {}
    for first, last, kind in spans:
        if kind != "content":
            continue
        if task == "inner":
            cue, share = _beside((first, last), cues), 1.0
            if cue is None:
                continue
        else:
            cue, share = _cue_of(window, (first, last), cues, taken)
        found = by_cue.get(cue)
        if found is None:
            found = by_cue[cue] = Found(None, cue, [])
            found.features |= {"link": share, "content": 0.0, "pieces": 0.0, "edges": 1.0, "cue": 0.0, "source": 0.0}
            if cue is not None:
                inner = task == "inner"
                found.source, worth = (_beside(cue, sources), 1.0) if inner else _source_of(window, cue, sources)
                found.features |= {"source_link": worth, "cue": float(sure[slice(*cue)].mean())}
                found.features["source"] = float(sure[slice(*found.source)].mean()) if found.source else 0.0
        elif share < _JOINS:
            continue
        _add(found, (first, last), share, sure)
    base = window.first
    return [
        Found(
            _moved(f.source, base),
            _moved(f.cue, base),
            [(a + base, b + base) for a, b in f.content],
            task == "inner",
            f.features,
        )
        for f in by_cue.values()
    ]


def _moved(part: Range | None, base: int) -> Range | None:
    return (part[0] + base, part[1] + base) if part else None


def _add(found: Found, part: Range, share: float, sure: Floats) -> None:
    first, last = part
    inside = sure[first:last]
    found.content.append(part)
    found.features["link"] = min(found.features["link"], share)
    found.features["content"] = max(found.features["content"], float(inside.mean()))
    found.features["edges"] = min(found.features["edges"], float(min(inside[0], inside[-1])))
    found.features["pieces"] += 1.0


def _sureness(annotation: Annotation, window: Window, task: str) -> Floats:
    """How likely the tag that was chosen for each word looked to the head by itself."""
    scores = getattr(window, task)
    shares = np.exp(scores - scores.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    chosen = annotation.tags[task][window.first : window.last]
    return np.asarray(shares[np.arange(len(chosen)), chosen], np.float32)


def _beside(part: Range, others: list[Range]) -> Range | None:
    """The nearest of some spans, if near: links are learned of outer statements only."""
    near = [(max(first - part[1], part[0] - last, 0), (first, last)) for first, last in others]
    distance, found = min(near, default=(_NEAR + 1, None))
    return found if distance <= _NEAR else None


def _cue_of(window: Window, content: Range, cues: list[Range], taken: NDArray[np.bool_]) -> tuple[Range | None, float]:
    """The cue that a content's words vote for, and its share of the vote; perhaps a word that no tag calls a cue."""
    votes = softmax(window.to_cue[content[0] : content[1]]).mean(0)
    best = max(cues, key=lambda cue: votes[cue[0] + 1 : cue[1] + 1].sum(), default=None)
    share = float(votes[best[0] + 1 : best[1] + 1].sum()) if best else 0.0
    other = int(votes[1:].argmax())
    if votes[other + 1] > max(share, _UNTAGGED) and not taken[other]:
        return (other, other + 1), float(votes[other + 1])
    return best, share


def _source_of(window: Window, cue: Range, sources: list[Range]) -> tuple[Range | None, float]:
    """The source that a cue's first word chooses, or none."""
    columns = [0, *(first + 1 for first, _ in sources)]
    shares = softmax(window.to_source[cue[0] : cue[0] + 1, columns])[0]
    best = int(shares.argmax())
    return (sources[best - 1] if best else None), float(shares[best])
