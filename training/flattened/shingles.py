"""The article-extraction-benchmark's score: pairs of gold and found text in; F1, precision and recall out.

Tokens are `\\w+`; 4-gram multisets give true and false positives and false negatives, normalised to one a document;
precision and recall are averaged over documents, F1 is of these averages (scrapinghub/article-extraction-benchmark,
evaluate.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

TOKEN = re.compile(r"\w+", re.UNICODE)
SIZE = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text with their counts; a shorter text is one gram."""
    tokens = TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[i : i + SIZE]) for i in range(max(1, len(tokens) - SIZE + 1)))


def ratios(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of one document."""
    said, read = shingles(gold), shingles(found)
    both = sum((said & read).values())
    return both / total if (total := sum(read.values())) else 1.0, both / total if (
        total := sum(said.values())
    ) else 1.0


def scores(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1, precision and recall over documents, to four places."""
    each = [ratios(gold, found) for gold, found in pairs]
    precision, recall = (sum(one[at] for one in each) / len(each) for at in (0, 1))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4), "documents": len(each)}
