"""Makes the shipped word list: SCOWL's lists, our own names and counts of words in news in, one small gzip file out.

Run from the repository's root (needs the Debian package `scowl` unpacked, and the development data for the counts):

    python training/lexicon/make_lexicon.py --scowl /usr/share/dict/scowl --data ../shared/data

The same input gives the same bytes: words are sorted, the archive carries no time.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/sayso/clean/spelling/lexicon.txt.gz"
SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
SCOWL_CLASS = {10: 5, 20: 4, 35: 3, 40: 2, 50: 2, 55: 1, 60: 1, 70: 0}
SPELLINGS = ("english", "american", "british", "british_z")
OWN_CLASS = 3
# A word counts only where it touches no special character or hyphen: else the halves of a broken word become words.
WORD = re.compile(r"(?<![\w@$!*#&/\\.+'’\-‐-―])[A-Za-z]+(?![\w@$!*#&/\\+\-‐-―]|['’.]\w)")
TEXTS = {
    "statements/polnear-train.jsonl.gz": ("text",),
    "statements/newsmtsc-train.jsonl": ("text",),
    "statements/claimdiff-train.jsonl": ("claim_a", "claim_b"),
    "statements/unscon.jsonl": ("text",),
    "places/lgl.jsonl": ("text",),
    "places/geovirus.jsonl": ("text",),
    "events/re3d.jsonl": ("text",),
    "stories/ecbplus-topics-1-35.jsonl": ("full_text",),
}
SEEN_AT_LEAST = 8
SEEN_IN_DOCUMENTS = 5


def scowl_words(folder: Path) -> Iterator[tuple[str, str, int]]:
    """(word, list kind, size) of every list we take; possessives are left to the reader of the list."""
    for path in sorted(folder.iterdir()):
        match = re.fullmatch(r"([a-z_]+)-(words|upper|proper-names|contractions|abbreviations)\.(\d\d)", path.name)
        if not match or match[1] not in SPELLINGS:
            continue
        kind, size = match[2], int(match[3])
        if size not in SIZES:
            continue
        for word in path.read_text(encoding="latin-1").split():
            if word.isascii() and not word.endswith("'s"):
                yield word, kind, size


def own_names() -> Iterator[str]:
    """The names and news words written for Sayso."""
    for line in (HERE / "names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def texts(data: Path) -> Iterator[str]:
    """The documents whose words are counted."""
    for name, fields in TEXTS.items():
        path = data / name
        opener = gzip.open if name.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield "\n".join(str(row[field]) for field in fields if row.get(field))


def count(data: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each form stands in the texts, and in how many of them."""
    times, documents = Counter[str](), Counter[str]()
    for text in dict.fromkeys(texts(data)):
        found = WORD.findall(text)
        times.update(found)
        documents.update(set(found))
    return times, documents


def frequency_class(times: int, total: int) -> int:
    """0 (rarer than one in a million) to 7 (over a hundred in a million): two classes are a factor of about ten."""
    per_million = 1e6 * times / total
    return max(0, min(7, round(2 * math.log10(per_million)) + 3)) if times > 1 else 0


def gather(scowl: Path, data: Path) -> dict[tuple[str, int], set[str]]:
    """Words by kind (word, name, acronym) and class."""
    times, documents = count(data)
    total = sum(times.values())
    lower = Counter[str]()
    for form, number in times.items():
        lower[form.lower()] += number
    best: dict[str, tuple[str, int]] = {}
    acronyms: dict[int, set[str]] = {0: set(), 1: set()}

    def add(word: str, at_least: int) -> None:
        if word.isupper() or (word[:-1].isupper() and word.endswith("s") and len(word) > 2):
            if word.isalpha() and len(word) > 1:
                acronyms[int(at_least == OWN_CLASS)].add(word)
            return
        key = word.lower()
        kind = "word" if word[0].islower() or best.get(key, ("name", 0))[0] == "word" else "name"
        best[key] = (kind, max(at_least, frequency_class(lower[key], total), best.get(key, ("", 0))[1]))

    for word, kind, size in scowl_words(scowl):
        if kind != "abbreviations":
            add(word, 0 if word.isupper() else SCOWL_CLASS.get(size, 0))
    for word in own_names():
        add(word, OWN_CLASS)
    for form, number in times.items():
        if number >= SEEN_AT_LEAST and documents[form] >= SEEN_IN_DOCUMENTS and len(form) > 2:
            known = form.lower() in best
            if not known and (form.istitle() or form.isupper()):
                add(form, 0)
    blocks: dict[tuple[str, int], set[str]] = {("acronym", own): found for own, found in acronyms.items()}
    for word, (kind, rank) in best.items():
        blocks.setdefault((kind, rank), set()).add(word)
    return blocks


def main() -> None:
    """Write the word list and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TARGET)
    asked = parser.parse_args()
    blocks = gather(asked.scowl, asked.data)
    lines = [f"{kind}\t{rank}\t{' '.join(sorted(words))}\n" for (kind, rank), words in sorted(blocks.items())]
    asked.out.write_bytes(gzip.compress("".join(lines).encode("ascii"), compresslevel=9, mtime=0))
    for (kind, rank), words in sorted(blocks.items()):
        print(kind, rank, len(words))
    print(asked.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
