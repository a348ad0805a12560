"""Marked words in, the same words lightly edited out, as an editor does who takes over an agency's text.

Names, figures and what makes it speech stay as they are; a share of the other words is replaced by another word for it,
left out, or followed by one. Words that turn the sense around are never touched.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.made_sentences import Marked

FIXED = frozenset(("source", "cue", "agent", "patient", "place", "other", "n", "m", "day", "trigger", "agency"))
"""Marks whose words stay."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-]\w+)*")


class Edit(NamedTuple):
    """Characters [start, end) give way to others."""

    start: int
    end: int
    to: str


class Editor(NamedTuple):
    """What an editor puts in the place of words or between them, which words may go, which are never touched."""

    synonyms: Mapping[str, Sequence[str]]
    inserted: Sequence[str]
    spared: frozenset[str]
    kept: frozenset[str]

    def edited(self, words: Marked, share: float, chance: random.Random, others: Sequence[str] = ()) -> Marked:
        """The words with about a `share` of them edited; marks stand where their words stand now.

        `others` are words that may take the place of any: for sentences that tell nothing which must stay the same.

        >>> editor = Editor({"road": ["route"]}, ["now"], frozenset(["the"]), frozenset(["not"]))
        >>> editor.edited(Marked("the road is not shut", {"content": (4, 20)}), 1.0, random.Random(3))
        Marked(text='route is now not shut now', marks={'content': (0, 25)})
        """
        fixed = [stretch for name, stretch in words.marks.items() if name in FIXED]
        ends = {end for _, end in words.marks.values()}
        found = list(_WORD.finditer(words.text))
        free = [word for word in found if not any(low < word.end() and word.start() < high for low, high in fixed)]
        free = [word for word in free if word[0].casefold() not in self.kept]
        # What can be said otherwise or left out is edited before anything is put in.
        order = sorted(free, key=lambda word: chance.random() * (1 if self._is_easy(word[0]) or others else 3))
        chosen = sorted(order[: round(share * len(found))], key=lambda word: word.start())
        return _applied(words, [self._edit(words.text, word, ends, chance, others) for word in chosen])

    def _is_easy(self, word: str) -> bool:
        return word.casefold() in self.synonyms or word.casefold() in self.spared

    def _edit(
        self, text: str, word: re.Match[str], ends: set[int], chance: random.Random, others: Sequence[str]
    ) -> Edit:
        start, end = word.span()
        synonyms = self.synonyms.get(word[0].casefold(), others)
        if synonyms:
            return Edit(start, end, chance.choice(synonyms))
        goes = word[0].casefold() in self.spared and end not in ends and text[end : end + 1] == " "
        return Edit(start, end + 1, "") if goes else Edit(end, end, f" {chance.choice(self.inserted)}")


def _applied(words: Marked, edits: Sequence[Edit]) -> Marked:
    parts, at = [], 0
    for edit in edits:
        parts += [words.text[at : edit.start], edit.to]
        at = edit.end
    text = "".join([*parts, words.text[at:]])

    def moved(place: int) -> int:
        return place + sum(len(edit.to) - edit.end + edit.start for edit in edits if edit.end <= place)

    marks = {name: (moved(low), moved(high)) for name, (low, high) in words.marks.items()}
    return Marked(text[0].upper() + text[1:] if words.text[0].isupper() else text, marks)
