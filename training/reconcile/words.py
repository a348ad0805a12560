"""Open texts in, in how many of them each stem stands out: `src/sayso/reconcile/words.tsv`.

    python -m training.reconcile.words --shared ../shared

Counted: UD English EWT train (CC BY-SA 4.0), the open genres of UD English GUM train (CC BY, CC BY-SA) and the training
half of Worldwide English Newswire (stanfordnlp/en-worldwide-newswire; no statement of licence, text of its publishers,
of which nothing but these counts is kept). A stem that fewer than three texts hold is left out.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.reconcile.weighing import stem, words_in

OUT = Path(__file__).resolve().parents[2] / "src" / "sayso" / "reconcile" / "words.tsv"
CLOSED = frozenset(("fiction", "whow", "essay", "letter", "podcast"))
"""Genres of GUM whose text may not be used commercially."""
LEAST = 3
HEAD = """\
# In how many texts a stem stands (stems of sayso.reconcile.weighing); the line without one: how many texts there are.
# Counted by training/reconcile/words.py in UD English EWT train (CC BY-SA 4.0), the open genres of UD English GUM train
# (CC BY, CC BY-SA) and Worldwide English Newswire, training half (no licence stated; nothing but counts is kept).
"""


def trees(path: Path) -> Iterator[str]:
    """The texts of a CoNLL-U file, without those of closed genres."""
    parts: list[str] = []
    genre = ""
    with gzip.open(path, "rt", encoding="utf-8") as source:
        for line in source:
            if line.startswith("# newdoc"):
                yield "" if genre in CLOSED else " ".join(parts)
                parts, genre = [], ""
            elif line.startswith("# meta::genre"):
                genre = line.partition("=")[2].strip()
            elif line.startswith("# text = "):
                parts.append(line[9:].strip())
    yield "" if genre in CLOSED else " ".join(parts)


def tagged(path: Path) -> Iterator[str]:
    """The texts of a file of words and tags."""
    words: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as source:
        for line in source:
            if line.startswith("# newdoc"):
                yield " ".join(words)
                words = []
            elif line.strip() and not line.startswith("#"):
                words.append(line.split("\t")[0])
    yield " ".join(words)


def texts(shared: Path) -> Iterator[str]:
    """Every text that is counted."""
    data = shared / "data" / "language"
    for found in (
        trees(data / "ud-ewt-train.conllu.gz"),
        trees(data / "gum-train.conllu.gz"),
        tagged(data / "worldwide-ner-train.iob2.gz"),
    ):
        yield from (text for text in found if text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    counts: Counter[str] = Counter()
    number = 0
    for text in texts(parser.parse_args().shared):
        counts.update({stem(word) for word in words_in(text)})
        number += 1
    kept = sorted((word, count) for word, count in counts.items() if count >= LEAST)
    lines = [f"\t{number}", *(f"{word}\t{count}" for word, count in kept)]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
