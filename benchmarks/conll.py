"""Two CoNLL-U files over one text in; how well the second agrees with the first out, as CoNLL 2018 counts it.

    python -m benchmarks.conll GOLD.conllu[.gz] PREDICTIONS.conllu[.gz] [--json]

Words are aligned by the characters they cover, white space ignored; where either side has a multi-word token, the words
under it are aligned by a longest common subsequence of their forms (Zeman et al. 2018, CoNLL 2018 shared task).
A column that is `_` on every gold word is not scored. Empty nodes are passed over.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from benchmarks.conllu import DEPREL, FEATS, FORM, HEAD, LEMMA, UPOS, XPOS, ConllError, Sentence, read, solid

LEXICAL = ("PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr")
NOMINAL = ("Gender", "Animacy", "Number", "Case", "Definite", "Degree")
VERBAL = ("VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite")
UNIVERSAL = frozenset((*LEXICAL, *NOMINAL, *VERBAL))
"""Features that UFeats compares: those of the shared task."""


# --- words over one text --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Word:
    """A word with the characters [start, end) of its token, and the number of its head in the file, -1 for the root."""

    start: int
    end: int
    joint: bool
    row: list[str]
    head: int

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def relation(self) -> str:
        return self.row[DEPREL].split(":")[0]


class _Laid(NamedTuple):
    """A file laid out on the characters of its text."""

    text: str
    tokens: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    words: list[_Word]


def _laid(sentences: Iterable[Sentence]) -> _Laid:
    parts: list[str] = []
    tokens: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    words: list[_Word] = []
    at = 0
    for sentence in sentences:
        begin, base = at, len(words) - 1
        for token, held in sentence.tokens():
            form = solid(token[FORM])
            parts.append(form)
            tokens.append((at, at + len(form)))
            for row in held:
                head = base + int(row[HEAD]) if row[HEAD] not in ("_", "0") else -1 if row[HEAD] == "0" else -2
                words.append(_Word(at, at + len(form), token is not row, row, head))
            at += len(form)
        spans.append((begin, at))
    return _Laid("".join(parts), tokens, spans, words)


def _must_agree(gold: str, other: str) -> None:
    if gold == other:
        return
    at = next(n for n, (a, b) in enumerate(zip_longest(gold, other)) if a != b)
    raise ConllError(
        f"not over the same text: at character {at:,} (white space not counted) gold reads "
        f"{gold[max(0, at - 15) : at + 25]!r}, the predictions {other[max(0, at - 15) : at + 25]!r}"
    )


def _aligned(gold: list[_Word], other: list[_Word]) -> list[tuple[int, int]]:
    """Numbers of words that stand for each other, in order."""
    stretches = _joint_stretches([word for word in (*gold, *other) if word.joint])
    sides = [_parted(side, stretches) for side in (gold, other)]
    (free, groups), (other_free, other_groups) = sides
    place = {other[number].span: number for number in other_free}
    pairs = [(number, place[gold[number].span]) for number in free if gold[number].span in place]
    for mine, theirs in zip(groups, other_groups, strict=True):
        forms = [[side[n].row[FORM].lower() for n in part] for side, part in ((gold, mine), (other, theirs))]
        pairs += [(mine[a], theirs[b]) for a, b in _common(*forms)]
    return sorted(pairs)


def _joint_stretches(words: list[_Word]) -> list[tuple[int, int]]:
    """Characters under multi-word tokens of either side, those that overlap as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted({word.span for word in words}):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _parted(words: list[_Word], stretches: list[tuple[int, int]]) -> tuple[list[int], list[list[int]]]:
    """Numbers of words outside of all stretches, and of those within each."""
    free: list[int] = []
    groups: list[list[int]] = [[] for _ in stretches]
    at = 0
    for number, word in enumerate(words):
        while at < len(stretches) and stretches[at][1] <= word.start:
            at += 1
        if at < len(stretches) and stretches[at][0] <= word.start and word.end <= stretches[at][1]:
            groups[at].append(number)
        else:
            free.append(number)
    return free, groups


def _common(one: list[str], two: list[str]) -> list[tuple[int, int]]:
    """Places of a longest common subsequence."""
    size = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for a in reversed(range(len(one))):
        for b in reversed(range(len(two))):
            size[a][b] = size[a + 1][b + 1] + 1 if one[a] == two[b] else max(size[a + 1][b], size[a][b + 1])
    out, a, b = [], 0, 0
    while a < len(one) and b < len(two):
        if one[a] == two[b]:
            out.append((a, b))
            a, b = a + 1, b + 1
        elif size[a][b] == size[a + 1][b]:
            a += 1
        else:
            b += 1
    return out


# --- scores ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Score:
    """Counts of units in gold and in the predictions, and of those that agree; `aligned` only for words."""

    gold: int
    found: int
    right: int
    aligned: int | None = None

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def aligned_accuracy(self) -> float | None:
        return None if self.aligned is None else self.right / self.aligned if self.aligned else 0.0

    def as_dict(self) -> dict[str, float | None]:
        """Shares of 1."""
        return {name: getattr(self, name) for name in ("precision", "recall", "f1", "aligned_accuracy")}


def score(gold: Iterable[Sentence], found: Iterable[Sentence]) -> dict[str, Score]:
    """Scores by name; raises `ConllError` where the two are not over the same text."""
    one, two = _laid(gold), _laid(found)
    _must_agree(one.text, two.text)
    pairs = _aligned(one.words, two.words)
    stands_for = {there: here for here, there in pairs}
    total = len(one.words), len(two.words)

    def agreeing(same: Callable[[_Word, _Word], bool]) -> Score:
        right = sum(same(one.words[a], two.words[b]) for a, b in pairs)
        return Score(*total, right, len(pairs))

    def same_head(mine: _Word, theirs: _Word) -> bool:
        head = stands_for.get(theirs.head, -3) if theirs.head >= 0 else theirs.head
        return head == mine.head

    out = {
        "Tokens": _spans(one.tokens, two.tokens),
        "Sentences": _spans(one.sentences, two.sentences),
        "Words": Score(*total, len(pairs)),
    }
    measures: dict[str, tuple[int, Callable[[_Word, _Word], bool]]] = {
        "UPOS": (UPOS, lambda a, b: a.row[UPOS] == b.row[UPOS]),
        "XPOS": (XPOS, lambda a, b: a.row[XPOS] == b.row[XPOS]),
        "UFeats": (FEATS, lambda a, b: _universal(a.row[FEATS]) == _universal(b.row[FEATS])),
        "Lemmas": (LEMMA, lambda a, b: a.row[LEMMA] in ("_", b.row[LEMMA])),
        "UAS": (HEAD, same_head),
        "LAS": (HEAD, lambda a, b: a.relation == b.relation and same_head(a, b)),
        "LAS with subtypes": (HEAD, lambda a, b: a.row[DEPREL] == b.row[DEPREL] and same_head(a, b)),
    }
    told = {column for column in range(10) if any(word.row[column] != "_" for word in one.words)}
    return out | {name: agreeing(same) for name, (column, same) in measures.items() if column in told}


def _spans(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> Score:
    return Score(len(gold), len(found), len(set(gold) & set(found)))


def _universal(features: str) -> frozenset[str]:
    return frozenset(pair for pair in features.split("|") if pair.partition("=")[0] in UNIVERSAL)


def table(scores: dict[str, Score]) -> str:
    """Scores in percent, one line each."""
    lines = [f"{'':18}{'precision':>10}{'recall':>10}{'F1':>10}{'aligned':>10}"]
    for name, found in scores.items():
        cells = (found.precision, found.recall, found.f1, found.aligned_accuracy)
        lines.append(f"{name:18}" + "".join(f"{'' if cell is None else f'{100 * cell:.2f}':>10}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    try:
        scores = score(read(given.gold), read(given.predictions))
    except ConllError as error:
        sys.exit(str(error))
    print(json.dumps({name: found.as_dict() for name, found in scores.items()}) if given.json else table(scores))


if __name__ == "__main__":
    main()
