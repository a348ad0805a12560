"""ECB+ in: its articles as pages, its mentions of events with the sense of their words, and their gold chains, out.

Data: stories/ecbplus-topics-1-35.jsonl (annotation CC BY 3.0; text of its publishers, read where it lies).
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from sayso.language import annotated
from sayso.language.encoder import encoder
from sayso.language.spans import sense_of
from sayso.reconcile.grouping import components
from sayso.reconcile.mentions import Mention, mention_at
from sayso.reconcile.records import Page
from sayso.reconcile.stories import STORY_THRESHOLD, StoryView, keys_of, likeness, stories_in, view_of

Row = Mapping[str, Any]


class Corpus(NamedTuple):
    """Mentions and the chain of each, and the story that was found for every article."""

    mentions: list[Mention]
    chains: list[str]
    story_of: dict[str, str]


def read(shared: Path, topics: range) -> list[Row]:
    """The articles of some topics."""
    with (shared / "data" / "stories" / "ecbplus-topics-1-35.jsonl").open(encoding="utf-8") as source:
        return [row for row in map(json.loads, source) if row["topic"] in topics]


def views_of(rows: Sequence[Row]) -> dict[str, StoryView]:
    """The view of each article; none is dated."""
    return {
        row["doc"]: view_of(Page(row["doc"], row["doc"], "", "", row["title"] or "", row["full_text"], (), ""))
        for row in rows
    }


def stories_of(views: Mapping[str, StoryView]) -> list[list[str]]:
    """The stories of all articles, the way of a ledger: keys, likeness, components, stories."""
    blocks: dict[str, list[str]] = {}
    for one in sorted(views):
        for key in keys_of(views[one]):
            blocks.setdefault(key, []).append(one)
    pairs = sorted({pair for block in blocks.values() for pair in combinations(block, 2)})
    scores = {(one, other): likeness(views[one], views[other]) for one, other in pairs}
    edges = {pair: score for pair, score in scores.items() if score >= STORY_THRESHOLD}
    return [story for part in components(views, edges) for story in stories_in({one: views[one] for one in part})]


def corpus(shared: Path, topics: range) -> Corpus:
    """The mentions of some topics, in the stories that were found."""
    rows = read(shared, topics)
    views = views_of(rows)
    told = [found for row in rows for found in _mentions(row, views[row["doc"]])]
    return Corpus(
        [mention for mention, _ in told],
        [chain for _, chain in told],
        {one: story[0] for story in stories_of(views) for one in story},
    )


def _mentions(row: Row, story: StoryView) -> Iterator[tuple[Mention, str]]:
    text = row["annotated_text"]
    if not text:
        return
    annotation = annotated(text)
    words = annotation.words
    for number, event in enumerate(row["event_mentions"]):
        spans = [(start, end) for start, end in event["spans"]]
        ranges = [(bisect_right(words.end, start), bisect_left(words.start, end)) for start, end in spans]
        sense = np.round(sense_of(annotation, encoder(), ranges) * 127).astype(np.int8).tobytes()
        sentence = next((first, last) for first, last in row["sentences"] if spans[0][0] < last)
        name = f"{row['doc']} {number:04}"
        yield mention_at(name, row["doc"], text, spans, story, sense=sense, sentence=sentence), event["chain"]
