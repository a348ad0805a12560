"""Learn what each word says about politics: the data beside the repository in; `weights.tsv` out.

    nice -n 19 .venv/bin/python -m training.scope.learn ../shared/data

A logistic model over the words of an opening, drawn towards the hand-written lists of `words.toml`: a word of sport or
politics that the data never show keeps the weight that its list gives it, so that the data's few sports, cuisines and
years do not bound what is known. Names are left out (a word that is mostly capitalised inside sentences), as are
figures and function words, so that nothing hangs on who was in the news. L-BFGS from the lists; no randomness.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from sayso.extract.scope.model import SHRINK, themes
from sayso.extract.scope.words_of import counted
from training.scope.articles import Article, articles

Array = NDArray[np.float64]
WEIGHTS = Path(__file__).resolve().parents[2] / "src/sayso/extract/scope/weights.tsv"
FUNCTION_WORDS = frozenset(Path(__file__).with_name("function_words.txt").read_text("utf-8").split())
POLITICAL = ("politics", "conflict")
UNCASED = ("muc4", "titles")  # sources whose capitals say nothing
PULL, PRIOR = 0.0005, 0.8
SEEN, LOWER = 4, 0.25  # articles a word must stand in; the share of its uses inside sentences that are in lower case
KEPT = 0.12  # weights nearer to nothing are not shipped
LOST = 0.002  # the share of political training articles that the bar may lose
# What each source counts for, in all, and whether its openings are also seen cut to a first paragraph.
SHARES = {
    "polnear": 1.0, "muc4": 1.0, "re3d": 0.3, "unscon": 0.3, "plover": 0.3, "newswire": 3.0,
    "titles": 1.0, "ecbplus": 1.0, "talk": 0.7,
}  # fmt: skip
INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+(?:-[^\W\d_]+)*")


def names(texts: Sequence[str]) -> set[str]:
    """Words that are mostly capitalised where they stand inside a sentence."""
    lower: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        for word in INSIDE.findall(text):
            every[word.lower()] += 1
            lower[word.lower()] += word[0].islower()
    return {word for word, count in every.items() if lower[word] < LOWER * count}


def shortened(article: Article) -> list[Article]:
    """The article, and its first sixty words where it is longer: feeds often give no more."""
    start = " ".join(article.text.split()[:60])
    if len(article.text) <= len(start) + 200 or article.source == "talk":
        return [article]
    return [article, Article(article.source, article.key, article.title, start, article.wanted, article.held_back)]


def listed() -> dict[str, float]:
    """The weight that the hand-written lists give a word; none where two sides claim it."""
    prior: dict[str, float] = {}
    for theme, words in themes().items():
        sign = PRIOR if theme in POLITICAL else -PRIOR
        for word in words if theme != "telling" else ():
            prior[word] = 0.0 if word in prior and prior[word] * sign < 0 else sign
    for word in themes()["telling"]:
        prior[word] = 1.5 * PRIOR
    return prior


def vocabulary(chosen: Sequence[Article], rows: Sequence[dict[str, float]]) -> list[str]:
    """Every listed word, and what enough articles of two sources hold that is no name and no function word."""
    excluded = names([article.text for article in chosen if article.source not in UNCASED])
    seen = Counter(word for row in rows for word in row)
    sources: dict[str, set[str]] = {}
    for article, row in zip(chosen, rows, strict=True):
        for word in row:
            sources.setdefault(word, set()).add(article.source)
    common = {word for word, count in seen.items() if count >= SEEN and len(word) > 2 and len(sources[word]) > 1}
    return sorted(set(listed()) | (common - excluded - FUNCTION_WORDS))


def matrix(rows: Sequence[dict[str, float]], words: Sequence[str]) -> csr_matrix:
    """One row an article, of the length that the shipped model gives it."""
    index = {word: at for at, word in enumerate(words)}
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        found = [(index[word], value) for word, value in row.items() if word in index]
        size = float(np.sqrt(SHRINK + sum(value * value for _, value in found)))
        columns += [column for column, _ in found]
        data += [value / size for _, value in found]
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(words)))


def fitted(x: csr_matrix, y: Array, share: Array, prior: Array) -> tuple[float, Array]:
    """Bias and weights of the least weighted logistic loss, each weight pulled to its prior."""

    def loss(at: Array) -> tuple[float, Array]:
        bias, away = at[0], at[1:] - prior
        logit = x @ at[1:] + bias
        value = float(share @ np.logaddexp(0, np.where(y > 0, -logit, logit))) + PULL / 2 * float(away @ away)
        back = share * (1 / (1 + np.exp(-logit)) - y)
        return value, np.concatenate([[back.sum()], x.T @ back + PULL * away])

    found = minimize(loss, np.concatenate([[0.0], prior]), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return float(found.x[0]), found.x[1:]


def shares(chosen: Sequence[Article]) -> Array:
    """What each article counts: sources by `SHARES`, then both sides alike."""
    sides = Counter((article.source, article.wanted) for article in chosen)
    raw = np.array([SHARES[article.source] / sides[article.source, article.wanted] for article in chosen])
    wanted = np.array([article.wanted for article in chosen])
    raw[wanted] /= raw[wanted].sum()
    raw[~wanted] /= raw[~wanted].sum()
    return raw / 2


def learn(data: Path) -> str:
    """The lines of `weights.tsv`."""
    chosen = [short for a in articles(data) if not a.held_back for short in shortened(a)]
    rows = [counted(article.title, article.text) for article in chosen]
    words = vocabulary(chosen, rows)
    prior = listed()
    start = np.array([prior.get(word, 0.0) for word in words])
    x, y = matrix(rows, words), np.array([float(article.wanted) for article in chosen])
    share = shares(chosen)
    bias, weights = fitted(x, y, share, start)
    score = 1 / (1 + np.exp(-(x @ weights + bias)))
    order = np.argsort(score[y > 0])
    lost = np.cumsum(share[y > 0][order]) * 2
    bar = min(0.5, float(score[y > 0][order][np.searchsorted(lost, LOST)]))
    out = np.average(score[y == 0] < bar, weights=share[y == 0])
    print(f"{len(chosen)} articles, {len(words)} words, bar {bar:.3f}, others under it {out:.3f}")
    kept = [(word, weight) for word, weight in zip(words, weights, strict=True) if abs(weight) >= KEPT]
    head = ["# a word, and what it says: above 0 politics, below 0 other matters; made by training/scope/learn.py"]
    return "\n".join(head + [f"(bias)\t{bias:.3f}", f"(bar)\t{bar:.3f}"] + [f"{w}\t{v:.2f}" for w, v in kept]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    WEIGHTS.write_text(learn(parser.parse_args().data), "utf-8")


if __name__ == "__main__":
    main()
