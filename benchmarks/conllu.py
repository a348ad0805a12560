"""CoNLL-U in (https://universaldependencies.org/format.html), gzipped or not; sentences of rows out, and back."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)


class ConllError(ValueError):
    """A file that is not CoNLL-U, or two files that are not over the same text; the message says where."""


@dataclass
class Sentence:
    """Comments (with their `#`) and rows of ten columns, those of multi-word tokens and empty nodes with the rest."""

    comments: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    line: int = 0

    @property
    def words(self) -> list[list[str]]:
        return [row for row in self.rows if row[ID].isdecimal()]

    def tokens(self) -> list[tuple[list[str], list[list[str]]]]:
        """What stands in the text, each with its words: a word stands for itself, a multi-word token for several."""
        out: list[tuple[list[str], list[list[str]]]] = []
        until = 0
        for row in self.rows:
            if "-" in row[ID]:
                until = int(row[ID].split("-")[1])
                out.append((row, []))
            elif row[ID].isdecimal() and int(row[ID]) <= until:
                out[-1][1].append(row)
            elif row[ID].isdecimal():
                out.append((row, [row]))
        return out

    def told(self, key: str) -> str | None:
        """The value of a comment (`# text = ...`), "" where it has none (`# newpar`), None where it is not there."""
        for comment in self.comments:
            name, _, value = comment[1:].partition("=")
            if name.strip() == key or name.split()[:1] == [key]:
                return value.strip()
        return None


def read(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file, gzipped or not; rows that lack columns are filled up with `_`."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as source:
        return list(sentences_of(source, path.name))


def sentences_of(lines: Iterable[str], name: str = "input") -> Iterator[Sentence]:
    """The sentences in lines of CoNLL-U; `name` is what an error calls them."""
    held = Sentence()
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if not line.strip():
            if held.rows:
                yield _checked(held, name)
                held = Sentence()
        elif line.startswith("#") and "\t" not in line:
            held.comments.append(line)
        else:
            row = line.split("\t")
            if not 2 <= len(row) <= 10 or not row[ID].replace("-", "").replace(".", "").isdecimal():
                raise ConllError(f"{name}, line {number}: not a row of CoNLL-U: {line[:60]!r}")
            held.rows.append(row + ["_"] * (10 - len(row)))
            held.line = held.line or number
    if held.rows:
        yield _checked(held, name)


def _checked(sentence: Sentence, name: str) -> Sentence:
    words = sentence.words
    for number, row in enumerate(words, 1):
        if int(row[ID]) != number:
            raise ConllError(f"{name}, line {sentence.line}: word {row[ID]} where {number} is due")
        if not solid(row[FORM]):
            raise ConllError(f"{name}, line {sentence.line}: word {number} has no characters")
        if row[HEAD] != "_" and not (row[HEAD].isdecimal() and int(row[HEAD]) <= len(words)):
            raise ConllError(
                f"{name}, line {sentence.line}: word {number} has head {row[HEAD]!r}, of {len(words)} words"
            )
    return sentence


def write(sentences: Iterable[Sentence], path: Path) -> None:
    """Write CoNLL-U, gzipped where the name says so."""
    zipped = path.suffix == ".gz"
    with gzip.open(path, "wt", encoding="utf-8") if zipped else path.open("w", encoding="utf-8") as target:
        for sentence in sentences:
            target.write("\n".join([*sentence.comments, *("\t".join(row) for row in sentence.rows)]) + "\n\n")


def solid(text: str) -> str:
    """The characters that alignment counts: all but white space."""
    return "".join(text.split())
