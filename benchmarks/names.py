"""An IOB2 file in; the shipped model's names out in the file's own classes, and exact F1 where it has gold.

    python -m benchmarks.names --input X.iob2[.gz] --predictions Y.iob2 [--map worldwide|uner|onto] [--together N]

Rows are `word TAB tag` or `number TAB word TAB tag`; an empty line ends a sentence, `# newdoc` begins a document.
A name is right when its first word, its last and its class are. Classes that the map does not know are left out and
told.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.conll import Score
from sayso.language.untokenized import spaced

MAPS: dict[str, dict[str, str]] = {
    "worldwide": {
        "PERSON": "Person",
        "ORG": "Organization",
        "GPE": "Location",
        "LOC": "Location",
        "NORP": "NORP",
        "FAC": "Facility",
        "DATE": "Date",
        "MONEY": "Money",
        "PRODUCT": "Product",
        "MISC": "Misc",
    },
    "uner": {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"},
    "onto": {name: name for name in ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "DATE", "MONEY", "PRODUCT")},
}
"""The model's labels to each corpus's classes; a label that is not there is dropped."""

_TAG = re.compile(r"O|([BIESLU])-(.+)")
_TOGETHER = 20
"""Sentences read as one document where a file tells of none."""

Span = tuple[int, int, str]


class TagError(ValueError):
    """A file that is not IOB2, or whose classes fit no map."""


@dataclass
class Sentence:
    """Comments, words and tags; `tags` is empty where the file has none."""

    comments: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    numbered: bool = False


def measure(path: Path, *, to: str | None = None, together: int = 1, nlp: Language | None = None) -> dict[str, float]:
    """Percent: `F1`, `precision`, `recall` over all names, and F1 by class; nothing where the file has no gold."""
    scores, _ = compare(path, to=to, together=together, nlp=nlp)
    if not scores:
        return {}
    whole = scores["all"]
    figures = {"F1": whole.f1, "precision": whole.precision, "recall": whole.recall}
    figures |= {name: found.f1 for name, found in scores.items() if name != "all"}
    return {name: 100 * value for name, value in figures.items()}


def compare(
    path: Path,
    *,
    to: str | None = None,
    together: int = 1,
    predictions: Path | None = None,
    nlp: Language | None = None,
) -> tuple[dict[str, Score], dict[str, int]]:
    """Scores over all names and by class, and how many gold names of which class were left out."""
    if nlp is None:
        from sayso.language import load

        nlp = load()
    sentences = read(path)
    classes = {tag[2:] for sentence in sentences for tag in sentence.tags} - {""}
    mapping = MAPS[to or map_for(classes)]
    found = [tags for document in documents(sentences) for tags in predicted(document, nlp, mapping, together)]
    if predictions is not None:
        _write(sentences, found, predictions)
    return score([sentence.tags for sentence in sentences], found, set(mapping.values())) if classes else ({}, {})


def map_for(classes: set[str]) -> str:
    """The map whose classes a file has most of; raises `TagError` where none has any. OntoNotes' own for no tags."""
    if not classes:
        return "onto"
    shared = {name: len(classes & set(mapping.values())) for name, mapping in MAPS.items()}
    if not any(shared.values()):
        raise TagError(
            f"no map gives the classes {', '.join(sorted(classes))}; name one with --map to read all the same"
        )
    if "PER" in classes:
        return "uner"
    return max(shared, key=lambda name: shared[name])


# --- the form -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Sentence]:
    """The sentences of a file, gzipped or not; raises `TagError` at a row that is none."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as source:
        blocks = list(_blocks(source))
    rows = [row for _, block in blocks for _, row in block]
    numbered = bool(rows) and all(len(block[0][1]) > 2 and block[0][1][0] == "1" for _, block in blocks)
    out = []
    for comments, block in blocks:
        sentence = Sentence(comments, numbered=numbered)
        for number, row in block:
            word, *rest = row[1:] if numbered else row
            sentence.words.append(word)
            if rest and not _TAG.fullmatch(rest[0].strip()):
                raise TagError(f"{path.name}, line {number}: {rest[0]!r} is no tag in IOB2")
            sentence.tags.extend(tag.strip() for tag in rest[:1])
        if sentence.tags and len(sentence.tags) < len(sentence.words):
            raise TagError(f"{path.name}, line {block[0][0]}: a sentence with tags on some words only")
        out.append(sentence)
    return out


def _blocks(lines: Iterable[str]) -> Iterator[tuple[list[str], list[tuple[int, list[str]]]]]:
    """Comments and numbered rows of each sentence."""
    comments: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#") and "\t" not in line:
            comments.append(line)
        elif line.strip():
            rows.append((number, line.split("\t")))
        elif rows:
            yield comments, rows
            comments, rows = [], []
    if rows:
        yield comments, rows


def _write(sentences: Sequence[Sentence], found: Sequence[Sequence[str]], path: Path) -> None:
    zipped = path.suffix == ".gz"
    with gzip.open(path, "wt", encoding="utf-8") if zipped else path.open("w", encoding="utf-8") as target:
        for sentence, tags in zip(sentences, found, strict=True):
            rows = [f"{word}\t{tag}" for word, tag in zip(sentence.words, tags, strict=True)]
            if sentence.numbered:
                rows = [f"{number}\t{row}" for number, row in enumerate(rows, 1)]
            target.write("\n".join([*sentence.comments, *rows]) + "\n\n")


def documents(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences document by document; so many are one where the file tells of none."""
    told = any(_begins(sentence) for sentence in sentences)
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (_begins(sentence) if told else len(held) >= _TOGETHER):
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


def _begins(sentence: Sentence) -> bool:
    return any(comment[1:].split()[:1] == ["newdoc"] for comment in sentence.comments)


# --- names by the model ---------------------------------------------------------------------------------------------


def predicted(
    document: Sequence[Sentence], nlp: Language, mapping: dict[str, str], together: int = 1
) -> Iterator[list[str]]:
    """Tags in IOB2 for each sentence of a document, so many of which together are read as a paragraph."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    first: list[int] = []
    for sentence in document:
        if len(first) % together:
            spaces[-1] = True
        elif words:
            words.append("\n\n")
            spaces.append(False)
            starts.append(False)
        first.append(len(words))
        forms = ["\u00a0".join(word.split()) or "\u00b7" for word in sentence.words]
        _, places = spaced(forms)
        follows = [start for start, _ in places[1:]]
        words += forms
        spaces += [*(end < start for (_, end), start in zip(places, follows, strict=False)), False]
        starts += [True, *[False] * (len(forms) - 1)]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    tags = ["O"] * len(doc)
    for name in doc.ents:
        if kind := mapping.get(name.label_):
            tags[name.start : name.end] = [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
    for sentence, at in zip(document, first, strict=True):
        mine = tags[at : at + len(sentence.words)]
        yield [f"B{mine[0][1:]}" if mine[0] != "O" else "O", *mine[1:]]


# --- scores ---------------------------------------------------------------------------------------------------------


def spans(tags: Sequence[str]) -> list[Span]:
    """Names as (first word, word after the last, class); an I- that goes on nothing begins one. IOBES is read too."""
    out: list[Span] = []
    for at, tag in enumerate([*tags, "O"]):
        mark, _, kind = tag.partition("-")
        goes_on = mark in ("I", "E", "L") and out and out[-1][1] == at and out[-1][2] == kind
        if goes_on:
            out[-1] = (out[-1][0], at + 1, kind)
        elif mark != "O":
            out.append((at, at + 1, kind))
    return out


def score(
    gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]], classes: set[str]
) -> tuple[dict[str, Score], dict[str, int]]:
    """Scores over all names and by class for tags of the same sentences; gold of other classes is only counted."""
    wanted, given, right, other = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for here, there in zip(gold, found, strict=True):
        known, told = set(spans(here)), set(spans(there))
        other.update(kind for _, _, kind in known if kind not in classes)
        wanted.update(kind for _, _, kind in known if kind in classes)
        given.update(kind for _, _, kind in told)
        right.update(kind for _, _, kind in known & told)
    scores = {"all": Score(wanted.total(), given.total(), right.total())}
    scores |= {kind: Score(wanted[kind], given[kind], right[kind]) for kind in sorted({*wanted, *given})}
    return scores, dict(other)


def table(scores: dict[str, Score]) -> str:
    """Scores in percent, one line a class."""
    lines = [f"{'':18}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>10}"]
    for name, found in scores.items():
        cells = "".join(f"{100 * value:10.2f}" for value in (found.precision, found.recall, found.f1))
        lines.append(f"{name:18}{cells}{found.gold:10,}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--map", choices=list(MAPS))
    parser.add_argument("--together", type=int, default=1, help="sentences that make a paragraph")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    try:
        scores, other = compare(given.input, to=given.map, together=given.together, predictions=given.predictions)
    except TagError as error:
        sys.exit(str(error))
    if given.json:
        shown = {name: {**found.as_dict(), "gold": found.gold} for name, found in scores.items()}
        print(json.dumps({"scores": shown, "left out": other}))
        return
    print(table(scores) if scores else f"{given.input} has no gold to score against")
    if other:
        print("left out, as the map does not know them:", ", ".join(f"{n:,} {kind}" for kind, n in other.items()))


if __name__ == "__main__":
    main()
