"""The corpora beside the repository in; texts with one label a word and task out, all in one form.

Every corpus is brought back to a text with blanks, and its words are told to the encoder exactly as an article's are
(`sayso.language.windows.words_of`). `NONE` marks a word that a task says nothing about.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from sayso.language.lemmas import script_of
from sayso.language.pieces import Pieces
from sayso.language.untokenized import spaced
from sayso.language.windows import Words, words_of
from training.language.swaps import swapped

NONE = -100
CLOSED_GENRES = frozenset(("fiction", "whow", "essay", "letter", "podcast"))
"""Genres of GUM whose texts may not be used commercially: left out of weights that ship."""


@dataclass
class Text:
    """The words of a document and, by task, a number for each (`raw` labels are strings until numbered)."""

    name: str
    words: Words
    raw: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    said: list[Any] = field(default_factory=list)
    """Statements for the act head, as pairs of a `Said` and the lexicon's choice (`acts.py`)."""


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as source:
        for line in source:
            yield line.rstrip("\n")


# --- Universal Dependencies -----------------------------------------------------------------------------------------


@dataclass
class _Sentence:
    form: list[str] = field(default_factory=list)
    blank: list[bool] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    opens_paragraph: bool = False


def treebank(path: Path, pieces: Pieces, *, closed: bool = False) -> list[Text]:
    """Documents of a CoNLL-U file; with `closed`, those of closed genres too."""
    return [
        tree_text(name, sentences, pieces)
        for name, genre, sentences in conllu(path)
        if closed or genre not in CLOSED_GENRES
    ]


def conllu(path: Path) -> Iterator[tuple[str, str, list[_Sentence]]]:
    """Name, genre and sentences of each document."""
    name, genre = "", ""
    out: list[_Sentence] = []
    sentence, paragraph, until = _Sentence(), True, 0
    held: tuple[int, bool] = (0, True)
    for line in lines(path):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key = key.strip()
            if key == "newdoc id":
                if out:
                    yield name, genre, out
                name, genre, out, paragraph = value.strip(), "", [], True
            elif key == "meta::genre":
                genre = value.strip()
            elif key.startswith("newpar") and not key.startswith("newpar_"):
                paragraph = True
        elif not line:
            if sentence.form:
                sentence.opens_paragraph = paragraph
                out.append(sentence)
                paragraph = False
            sentence, until = _Sentence(), 0
        else:
            row = line.split("\t")
            blank = "SpaceAfter=No" not in row[9].split("|")
            if "-" in row[0]:
                until = int(row[0].split("-")[1])
                held = (until, blank)
            elif "." not in row[0]:
                number = int(row[0])
                sentence.form.append(row[1].replace(" ", "\u00a0"))
                sentence.blank.append(blank if number > until else number == held[0] and held[1])
                sentence.rows.append(row)
    if out:
        yield name, genre, out


def tree_text(name: str, sentences: list[_Sentence], pieces: Pieces) -> Text:
    text, spans = joined(sentences)
    raw: dict[str, list[str]] = {task: [] for task in ("upos", "xpos", "feats", "lemma", "rel")}
    head: list[int] = []
    start: list[int] = []
    for sentence in sentences:
        base = len(head)
        for row in sentence.rows:
            raw["upos"].append(row[3])
            raw["xpos"].append(row[4])
            raw["feats"].append(row[5])
            raw["lemma"].append(script_of(row[1], row[2]))
            raw["rel"].append(row[7])
            head.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
        start.extend(int(at == 0) for at in range(len(sentence.rows)))
    labels = {"head": np.array(head, np.int64), "start": np.array(start, np.int64)}
    return Text(name, words_of(text, spans, pieces), raw, labels)


def joined(sentences: Iterable[_Sentence]) -> tuple[str, list[tuple[int, int]]]:
    """The text of some sentences, and the characters of each word."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    blank = False
    for sentence in sentences:
        if spans and sentence.opens_paragraph:
            parts.append("\n\n")
            length += 2
            blank = False
        for form, after in zip(sentence.form, sentence.blank, strict=True):
            if blank:
                parts.append(" ")
                length += 1
            parts.append(form)
            spans.append((length, length + len(form)))
            length += len(form)
            blank = after
    return "".join(parts), spans


# --- names ----------------------------------------------------------------------------------------------------------


def named(path: Path, task: str, pieces: Pieces, *, together: int = 1, swaps: float = 0.0) -> list[Text]:
    """Documents of an IOB2 file under the given task; `together` sentences make a paragraph.

    With `swaps`, each document a second time with that share of its names replaced.
    """
    held = list(iob2(path))
    if swaps:
        again = swapped([sentences for _, sentences in held], swaps, 7)
        held += [(f"{name} swapped", document) for (name, _), document in zip(held, again, strict=True)]
    return [_named_text(name, sentences, task, pieces, together) for name, sentences in held]


def iob2(path: Path) -> Iterator[tuple[str, list[tuple[list[str], list[str]]]]]:
    """Name and sentences (words, tags) of each document; where a file knows no documents, twenty sentences are one."""
    name = ""
    out: list[tuple[list[str], list[str]]] = []
    words: list[str] = []
    tags: list[str] = []
    told = False
    for line in [*lines(path), ""]:
        if line.startswith("# ") and "\t" not in line:
            if line.startswith("# newdoc"):
                if out:
                    yield name, out
                name, out, told = line.partition("=")[2].strip(), [], True
        elif not line.strip():
            if words:
                out.append((words, tags))
            words, tags = [], []
            if len(out) >= 20 and not told:
                yield f"{path.name}-{out[0][0][0]}", out
                out = []
        else:
            cells = line.split("\t")
            number = 1 if cells[0].isdigit() and len(cells) > 2 else 0
            words.append(cells[number].strip().replace(" ", "\u00a0") or "\u00b7")
            tags.append(cells[number + 1].strip())
    if out:
        yield name, out


def _named_text(
    name: str, sentences: list[tuple[list[str], list[str]]], task: str, pieces: Pieces, together: int
) -> Text:
    text, spans, start = paragraphs([words for words, _ in sentences], together)
    raw = {task: [tag for _, tags in sentences for tag in tags]}
    return Text(name, words_of(text, spans, pieces), raw, {"said": np.array(start, np.int64)})


def paragraphs(sentences: list[list[str]], together: int) -> tuple[str, list[tuple[int, int]], list[int]]:
    """Sentences of bare words as a text of paragraphs, the characters of each word, and which begin a sentence."""
    text = ""
    spans: list[tuple[int, int]] = []
    start: list[int] = []
    for number, words in enumerate(sentences):
        if text:
            text += " " if number % together else "\n\n"
        part, places = spaced(words)
        spans.extend((a + len(text), b + len(text)) for a, b in places)
        start.extend(int(at == 0) for at in range(len(words)))
        text += part
    return text, spans, start


# --- attribution ----------------------------------------------------------------------------------------------------


def attributed(path: Path, nlp: Language, pieces: Pieces, silver: Path | None = None) -> list[Text]:
    """Documents of PolNeAR's form, with source, cue and content a word, and where each links."""
    seen = _silver(silver) if silver else {}
    return [_attributed_text(json.loads(line), nlp, pieces, seen) for line in lines(path)]


def _attributed_text(
    row: dict[str, Any], nlp: Language, pieces: Pieces, silver: dict[str, list[tuple[int, int, str]]]
) -> Text:
    text = row["text"]
    spans = [(t.idx, t.idx + len(t)) for t in nlp.make_doc(text) if not t.is_space]
    out = Text(row["name"], words_of(text, spans, pieces))
    out.raw["attr"], out.labels["cue"], out.labels["source"] = attribution_labels(spans, row["attributions"])
    if silver:
        tags = _aligned(spans, silver[row["name"]]) if row["name"] in silver else None
        out.raw["silver"] = tags or [""] * len(spans)
    return out


def attribution_labels(
    spans: list[tuple[int, int]], attributions: list[dict[str, Any]]
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """Tags; for each content word its cue's first word; for each first word of a cue its source's first (-1: none)."""
    tags = ["O"] * len(spans)
    cue = np.full(len(spans), NONE, np.int64)
    source = np.full(len(spans), NONE, np.int64)
    for found in attributions:
        cues, sources = (_touched(spans, found[role]) for role in ("cue", "source"))
        for role in ("source", "cue", "content"):
            for stretch in found[role]:
                touched = _touched(spans, [stretch])
                for at in touched:
                    tags[at] = f"{'B' if at == touched[0] else 'I'}-{role}"
        if cues:
            for at in _touched(spans, found["content"]):
                cue[at] = cues[0]
            source[cues[0]] = sources[0] if sources else -1
    return tags, cue, source


def _touched(spans: list[tuple[int, int]], stretches: list[list[int]]) -> list[int]:
    out: set[int] = set()
    for start, end in stretches:
        at = bisect_right(spans, start, key=lambda span: span[1])
        while at < len(spans) and spans[at][0] < end:
            out.add(at)
            at += 1
    return sorted(out)


def _silver(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    out: dict[str, list[tuple[int, int, str]]] = {}
    name = ""
    for line in lines(path):
        if line.startswith("# newdoc id"):
            name = line.partition("=")[2].strip()
            out[name] = []
        elif line and not line.startswith("#"):
            told = dict(pair.partition("=")[::2] for pair in line.split("\t")[9].split("|"))
            out[name].append((int(told["start"]), int(told["end"]), told.get("NER", "")))
    return out


def _aligned(spans: list[tuple[int, int]], tokens: list[tuple[int, int, str]]) -> list[str]:
    """Tags in BIO for words cut otherwise than the tokens that carry a bare kind of name."""
    kind_at = {}
    for number, (a, b, kind) in enumerate(tokens):
        for place in range(a, b):
            kind_at[place] = (kind, number)
    out: list[str] = []
    last = ("", -9)
    for a, _ in spans:
        kind, number = kind_at.get(a, ("", -9))
        goes_on = kind and kind == last[0] and number - last[1] <= 1
        out.append(f"{'I' if goes_on else 'B'}-{kind}" if kind else "O")
        last = (kind, number)
    return out


# --- numbers for labels ---------------------------------------------------------------------------------------------


def vocabulary(texts: Iterable[Text], task: str, least: int = 1) -> list[str]:
    """The labels of a task, most frequent first; for tags in BIO, O first and the rest by name."""
    count = Counter(label for text in texts for label in text.raw.get(task, ()) if label)
    if "O" in count:
        return ["O", *sorted(set(count) - {"O"})]
    return [label for label, seen in sorted(count.items(), key=lambda pair: (-pair[1], pair[0])) if seen >= least]


def number(texts: Iterable[Text], labels: dict[str, list[str]]) -> None:
    """Turn raw labels into numbers, those that are not known into `NONE`."""
    for task, names in labels.items():
        place = {name: at for at, name in enumerate(names)}
        for text in texts:
            if task in text.raw:
                text.labels[task] = np.array([place.get(name, NONE) for name in text.raw[task]], np.int64)
