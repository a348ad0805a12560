"""A CoNLL-U file in; the shipped model's tags, lemmas and trees of its words out, and their scores where it has gold.

    python -m benchmarks.language --input X.conllu[.gz] --predictions Y.conllu[.gz] [--raw] [--open-genres] [--json]

Words and sentences are given, or with `--raw` only the text: a document's sentences with a blank between them and an
empty line before a new paragraph (`# newpar`). `--open-genres` leaves out what shipped weights may not be trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.conll import Score, score, table
from benchmarks.conllu import FORM, ID, MISC, ConllError, Sentence, read, solid, write

CLOSED_GENRES = frozenset(("fiction", "whow", "essay", "letter", "podcast"))
"""Genres of GUM whose texts may not be used commercially."""

_LONGEST = 400_000
"""Characters after which a document is cut before its next sentence: spaCy refuses texts beyond a million."""


def measure(
    path: Path,
    *,
    raw: bool = False,
    open_genres: bool = False,
    predictions: Path | None = None,
    nlp: Language | None = None,
) -> dict[str, float]:
    """F1 in percent by name (`UPOS`, `LAS`, `Sentences` ...); nothing where the file has no gold."""
    scores = compare(path, raw=raw, open_genres=open_genres, predictions=predictions, nlp=nlp)
    return {name: 100 * found.f1 for name, found in scores.items()}


def compare(
    path: Path,
    *,
    raw: bool = False,
    open_genres: bool = False,
    predictions: Path | None = None,
    nlp: Language | None = None,
) -> dict[str, Score]:
    """Scores of predictions for a file, which are written too where `predictions` says."""
    nlp = nlp or _shipped()
    gold: list[Sentence] = []
    found: list[Sentence] = []
    for document in documents(read(path)):
        if not (open_genres and document[0].genre in CLOSED_GENRES):
            gold.extend(document)
            found.extend(_read_raw(document, nlp) if raw else _read_given(document, nlp))
    if predictions is not None:
        write(found, predictions)
    told = any(cell != "_" for sentence in gold for row in sentence.words for cell in row[2:8])
    return score(gold, found) if told else {}


def _shipped() -> Language:
    from sayso.language import load

    return load()


class Placed(Sentence):
    """A sentence that knows its document's genre and whether a paragraph begins with it."""

    genre = ""
    opens_paragraph = False


def documents(sentences: Sequence[Sentence]) -> Iterator[list[Placed]]:
    """Sentences document by document; all are one where the file tells of none."""
    held: list[Placed] = []
    genre, length = "", 0
    for sentence in sentences:
        begins = sentence.told("newdoc") is not None
        if held and (begins or length > _LONGEST):
            yield held
            held, length = [], 0
        told = sentence.told("meta::genre")
        genre = told if told is not None else "" if begins else genre
        placed = Placed(sentence.comments, sentence.rows, sentence.line)
        placed.genre, placed.opens_paragraph = genre, begins or sentence.told("newpar") is not None
        held.append(placed)
        length += sum(len(row[FORM]) + 1 for row in sentence.rows)
    if held:
        yield held


# --- words and sentences given --------------------------------------------------------------------------------------


def _read_given(document: Sequence[Placed], nlp: Language) -> Iterator[Sentence]:
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    first: list[int] = []
    for sentence in document:
        if words and sentence.opens_paragraph:
            words.append("\n\n")
            spaces[-1] = False
            spaces.append(False)
            starts.append(False)
        first.append(len(words))
        for token, held in sentence.tokens():
            for row in held:
                words.append("\u00a0".join(row[FORM].split()))
                spaces.append(row is held[-1] and _blank_after(token))
                starts.append(len(words) == first[-1] + 1)
    doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    for sentence, at in zip(document, first, strict=True):
        yield _filled(sentence, list(doc[at : at + len(sentence.words)]), doc)


def _filled(sentence: Sentence, tokens: list[Token], doc: Doc) -> Sentence:
    """The sentence with what the model says in the place of what its file says; empty nodes, never predicted, go."""
    found = iter(_columns(tokens, doc))
    rows: list[list[str]] = []
    for row in sentence.rows:
        if row[ID].isdecimal():
            rows.append([*row[:2], *next(found), "_", row[MISC]])
        elif "-" in row[ID]:
            rows.append(row)
    return Sentence(sentence.comments, rows)


def _blank_after(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[MISC].split("|")


def _columns(tokens: list[Token], doc: Doc) -> list[list[str]]:
    """Lemma, UPOS, XPOS, features, head and relation of a sentence's words; `_` for what the pipeline does not say."""
    trees = _tree(tokens) if doc.has_annotation("DEP") else [("_", "_")] * len(tokens)
    return [
        [token.lemma_ or "_", token.pos_ or "_", token.tag_ or "_", str(token.morph) or "_", *tree]
        for token, tree in zip(tokens, trees, strict=True)
    ]


def _tree(tokens: list[Token]) -> list[tuple[str, str]]:
    """Heads by number, 0 the root; what hangs on a word outside of the sentence hangs on its root instead."""
    place = {token.i: number for number, token in enumerate(tokens, 1)}
    heads = [place.get(token.head.i, 0) if token.head.i != token.i else 0 for token in tokens]
    root = next((n for n, token in enumerate(tokens, 1) if token.head.i == token.i), 0)
    root = root or next((n for n, head in enumerate(heads, 1) if not head), 1)
    out = []
    for number, (token, head) in enumerate(zip(tokens, heads, strict=True), 1):
        out.append(("0", "root") if number == root else (str(head or root), token.dep_ or "dep"))
    return out


# --- only the text given --------------------------------------------------------------------------------------------


def text_of(document: Sequence[Placed]) -> str:
    """The text of a document, as its comments and its words tell it."""
    parts: list[str] = []
    blank = False
    for sentence in document:
        if parts:
            parts.append("\n\n" if sentence.opens_paragraph else " " if blank else "")
        tokens = [token for token, _ in sentence.tokens()]
        joined = "".join(token[FORM] + " " * _blank_after(token) for token in tokens).strip()
        told = sentence.told("text") or ""
        parts.append(told if solid(told) == solid(joined) else joined)
        blank = _blank_after(tokens[-1])
    return "".join(parts)


def _read_raw(document: Sequence[Placed], nlp: Language) -> Iterator[Sentence]:
    doc = nlp(text_of(document))
    name = document[0].told("newdoc")
    for number, sentence in enumerate(_sentences(doc), 1):
        comments = [f"# sent_id = {name or 'text'}-{number}"]
        if number == 1 and name is not None:
            comments.insert(0, f"# newdoc id = {name}" if name else "# newdoc")
        comments.append(f"# text = {' '.join(doc[sentence[0].i : sentence[-1].i + 1].text.split())}")
        yield Sentence(comments, list(_rows(sentence, doc)))


def _sentences(doc: Doc) -> Iterator[list[Token]]:
    """The words of each sentence; all are one where the pipeline parts none."""
    spans = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for span in spans:
        if words := [token for token in span if not token.is_space]:
            yield words


def _rows(tokens: list[Token], doc: Doc) -> Iterator[list[str]]:
    ends = [
        token.whitespace_ or n + 1 == len(tokens) or tokens[n + 1].i > token.i + 1 for n, token in enumerate(tokens)
    ]
    joint_until = 0
    for number, (token, columns) in enumerate(zip(tokens, _columns(tokens, doc), strict=True), 1):
        spaced = "_" if ends[number - 1] else "SpaceAfter=No"
        if number > joint_until:
            last = number
            while last < len(tokens) and not ends[last - 1] and _clitic(tokens[last - 1], tokens[last]):
                last += 1
            if last > number:
                joint_until = last
                form = "".join(part.text for part in tokens[number - 1 : last])
                after = "_" if ends[last - 1] else "SpaceAfter=No"
                yield [f"{number}-{last}", form, *["_"] * 7, after]
        yield [str(number), token.text, *columns, "_", "_" if number <= joint_until else spaced]


def _clitic(host: Token, token: Token) -> bool:
    """Letters glued to letters, as in `don't` and `Kabul's`: one token of two words in today's English treebanks."""
    letters = [part.text.replace("'", "").replace("’", "") for part in (host, token)]
    return letters[0].isalpha() and (letters[1].isalpha() or token.tag_ == "POS")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--raw", action="store_true")
    parser.add_argument("--open-genres", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    try:
        scores = compare(given.input, raw=given.raw, open_genres=given.open_genres, predictions=given.predictions)
    except ConllError as error:
        sys.exit(str(error))
    if given.json:
        print(json.dumps({name: found.as_dict() for name, found in scores.items()}))
    else:
        print(table(scores) if scores else f"{given.input} has no gold to score against")


if __name__ == "__main__":
    main()
