"""Old wire news on attacks in; who did it, to whom, to what, and how well that fits MUC-4's answer keys out.

    python -m benchmarks.muc [--shared ../shared]
    python -m benchmarks.muc --input X.jsonl --predictions Y.jsonl

Rows are documents: `docid`, `text`, and for scores `roles`: by role a list of entities, each a list of mentions with
their `quote`. A prediction is the row's `docid` and by role a list of strings; a document on no attack has none.

A string is right if it reads as one of an entity's mentions, articles and quotation marks aside; entities and strings
are paired one to one, in the manner of CEAF, over all documents. `overlap` asks for the same head alone. Perpetrators
are individuals and organisations together; `three` is over perpetrators, victims and targets, `five` over the roles of
the corpus. Its victims are those that the keys give by name.

Two systems are scored. *Untrained*: Sayso's events; actors of assaults and abductions are perpetrators, unless a state
or its forces, recipients that are named persons victims, buildings and vehicles targets. *Trained*: a network over the
frozen encoder's vectors (training/events/), learned on MUC-4 train when this runs, in minutes; the texts carry no
statement of licence, so its weights are not shipped. Its bars were set on every fifth document of train, learned from
the others (training/events/bars.py). It needs torch (see the Makefile). Texts come without capitals, which are restored
first (training/events/casing.py).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from training.events.casing import Truecaser, texts_of
from training.events.entities import entities
from training.events.phrases import Phrases, phrases_of, plain

from benchmarks.conll import Score
from sayso.extract.events import events_of
from sayso.extract.events.frames.classes import word_class
from sayso.extract.statements import Spoken, attributions_of, spoken_in
from sayso.language import annotated
from sayso.model import EventMention, Party

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
THREE = ("Perpetrator", "Victim", "Target")
ALL = (*ROLES, "Perpetrator")
BARS = {"PerpInd": 0.24, "PerpOrg": 0.4, "Target": 0.2, "Victim": 0.4, "Weapon": 0.32, "Perpetrator": 0.32}
"""How likely a candidate must be under each role, as `python -m training.events.bars` found."""
SEEDS = (0, 1)
_STATES = frozenset(("state", "government", "military", "police", "place"))
_PRONOUNS = frozenset(
    ["i", "we", "you", "he", "she", "it", "they", "our", "its", "their", "his", "her", "who", "which", "that"]
)
_NO_TARGETS = frozenset(("town", "city", "village", "area", "country"))

Roles = dict[str, list[str]]
Same = Callable[[str, str], bool]


class FormError(ValueError):
    """A file that is not of the form above."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and, by role, entities as lists of their mentions; None where the file has no gold."""

    name: str
    text: str
    gold: dict[str, list[list[str]]] | None


# --- the form -------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Document]:
    """The documents of a file; raises `FormError` at a line that is none."""
    with path.open(encoding="utf-8") as lines:
        return [_document(line, number) for number, line in enumerate(lines, 1) if line.strip()]


def _document(line: str, number: int) -> Document:
    try:
        row = json.loads(line)
        name, told = str(row.get("docid", number)), row.get("roles")
        gold = told and {role: [[each["quote"] for each in entity] for entity in told[role]] for role in ROLES}
        text = row["text"]
    except (AttributeError, KeyError, TypeError, json.JSONDecodeError) as problem:
        raise FormError(f"line {number} is no document with `text`, and `roles` as lists of mentions") from problem
    if gold:
        gold["Perpetrator"] = gold["PerpInd"] + gold["PerpOrg"]
    return Document(name, text, gold)


def laid(text: str) -> str:
    """Paragraphs, which four blanks part, parted by line breaks; as long as before.

    >>> laid("it said.    the mayor")
    'it said.\\n\\n\\n\\nthe mayor'
    """
    return re.sub(r" {3,}", lambda blanks: "\n" * len(blanks[0]), text)


# --- scores ---------------------------------------------------------------------------------------------------------


def exact(found: str, gold: str) -> bool:
    """Do they read the same?"""
    return plain(found) == plain(gold)


def overlap(found: str, gold: str) -> bool:
    """Have they the same head: the last word before a preposition, a comma or a relative clause?"""
    return _head(found) == _head(gold)


_AFTER_HEAD = re.compile(r",| (?:of|in|at|from|who|which|that|with|for|on|by|to|belonging|near)\b")


def _head(words: str) -> str:
    return " ".join(_AFTER_HEAD.split(plain(words))[0].split()[-1:])


def paired(gold: Sequence[Sequence[str]], found: Sequence[str], same: Same) -> int:
    """How many found strings can be paired one to one with entities that they are the same as."""
    fits = [[at for at, entity in enumerate(gold) if any(same(one, mention) for mention in entity)] for one in found]
    taken: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for at in fits[one]:
            if at not in tried:
                tried.add(at)
                if at not in taken or place(taken[at], tried):
                    taken[at] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(found)))


def score(documents: Iterable[Document], found: Iterable[Roles], same: Same = exact) -> dict[str, Score]:
    """Scores by role, and over `three` and `five` of them, of documents with gold."""
    counts = {role: np.zeros(3, int) for role in ALL}
    for document, told in zip(documents, found, strict=True):
        for role in ALL:
            gold = (document.gold or {}).get(role, [])
            counts[role] += (len(gold), len(told[role]), paired(gold, told[role], same))
    counts["three"] = sum((counts[role] for role in THREE), np.zeros(3, int))
    counts["five"] = sum((counts[role] for role in ROLES), np.zeros(3, int))
    return {role: Score(*(int(number) for number in numbers)) for role, numbers in counts.items()}


# --- the untrained system -------------------------------------------------------------------------------------------


def untrained(spoken: Spoken) -> Roles:
    """Roles by the events that Sayso finds in a text."""
    found: dict[str, list[str]] = {role: [] for role in ALL}
    for event in events_of(spoken, attributions_of(spoken)):
        if _is_attack(event):
            found["Perpetrator"] += [name for party in event.actors for name in _acted(spoken, party)]
            for party in event.recipients:
                for role, name in _suffered(spoken, party):
                    found[role].append(name)
    return {role: _each_once(names) for role, names in found.items()}


def _each_once(names: Sequence[str]) -> list[str]:
    """The fullest string of each entity."""
    lengths = [float(len(name)) for name in map(plain, names)]
    return entities(map(plain, names), lengths, 0.0)


def _is_attack(event: EventMention) -> bool:
    return event.reality in ("actual", "historical") and (event.root == "ASSAULT" or event.mode == "abduct")


def _acted(spoken: Spoken, party: Party) -> list[str]:
    """Who acted, by the words of a mention, or by whom a pronoun stands for; states and their forces are left out."""
    if party.country or party.kind in _STATES:
        return []
    if party.resolved_by == "pronoun" or party.mention is None:
        return [party.name] if party.name else []
    words = spoken.page.text[slice(*party.mention)]
    return [] if plain(words) in _PRONOUNS else [words]


def _suffered(spoken: Spoken, party: Party) -> Iterator[tuple[str, str]]:
    """The persons that a mention names, else the building or vehicle that it is about."""
    if party.mention is None:
        return
    words, text = spoken.annotation.words, spoken.page.text
    start, end = party.mention
    persons = [
        text[words.start[first] : words.end[last - 1]]
        for first, last, kind in spoken.annotation.spans["names"]
        if kind == "Person" and start <= words.start[first] and words.end[last - 1] <= end
    ]
    head = _head(text[start:end])
    if party.kind == "person" and party.name and len(persons) < 2:
        yield "Victim", party.name
    elif persons:
        yield from (("Victim", name) for name in persons)
    elif {head, head.removesuffix("s"), head.removesuffix("es")} & (word_class("building") - _NO_TARGETS):
        yield "Target", text[start:end]


# --- the trained system ---------------------------------------------------------------------------------------------


class Read(NamedTuple):
    """A document with its candidates."""

    document: Document
    phrases: Phrases


def read_with(documents: Iterable[Document], casing: Truecaser) -> list[Read]:
    """Documents with capitals restored, read by the encoder."""
    texts = ((document, casing.restored(laid(document.text))) for document in documents)
    return [Read(document, phrases_of(text, annotated(text))) for document, text in texts]


Chances = Callable[[Phrases], np.ndarray[tuple[int, ...], np.dtype[np.float32]]]


def learned(known: Sequence[Read], seeds: Sequence[int] = SEEDS) -> Chances:
    """A judge of candidates learned from documents with gold: how likely each fills each of `ALL`."""
    from training.events.roles import OUTPUTS, Example, fit

    assert OUTPUTS == ALL
    chances: Chances = fit([Example(one.phrases, _gold(one)) for one in known], seeds=seeds).chances
    return chances


def _gold(one: Read) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    number = {name: at for at, name in enumerate(one.phrases.candidates)}
    out = np.zeros((len(number), len(ALL)), np.float32)
    for column, role in enumerate(ALL):
        mentions = (plain(mention) for entity in (one.document.gold or {})[role] for mention in entity)
        out[[number[mention] for mention in mentions if mention in number], column] = 1
    return out


def filled(
    phrases: Phrases, chances: np.ndarray[tuple[int, ...], np.dtype[np.float32]], bars: Mapping[str, float]
) -> Roles:
    """Roles by how likely each candidate fills them."""
    quotes = dict(zip(phrases.candidates, phrases.quotes, strict=True))
    return {
        role: [quotes[name].lower() for name in entities(phrases.candidates, chances[:, column].tolist(), bars[role])]
        for column, role in enumerate(ALL)
        if role in bars
    }


# --- figures --------------------------------------------------------------------------------------------------------


def compare(shared: Path) -> dict[str, dict[str, Score]]:
    """Scores on MUC-4 dev, by system and way of comparing."""
    casing = Truecaser.learned(texts_of(shared / "data"))
    documents = read(shared / "data/events/muc4-dev.jsonl")
    chances = learned(read_with(read(shared / "data/events/muc4-train.jsonl"), casing))
    plainly, judged = [], []
    for document in documents:
        spoken = spoken_in(casing.restored(laid(document.text)))
        plainly.append(untrained(spoken))
        phrases = phrases_of(spoken.page.text, spoken.annotation)
        judged.append(filled(phrases, chances(phrases), BARS))
    return {
        f"{system}, {how.__name__}": score(documents, found, how)
        for system, found in (("untrained", plainly), ("trained", judged))
        for how in (exact, overlap)
    }


def measure(shared: Path) -> dict[str, float]:
    """Percent: F1 by system (`untrained`, `trained`), way of comparing and role, as `trained, exact: three`."""
    return {f"{name}: {role}": 100 * found.f1 for name, rows in compare(shared).items() for role, found in rows.items()}


def table(scores: Mapping[str, Score]) -> str:
    """Scores in percent, one line a role."""
    lines = [f"{'':14}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}{'found':>8}"]
    for role, found in scores.items():
        cells = "".join(f"{100 * value:10.1f}" for value in (found.precision, found.recall, found.f1))
        lines.append(f"{role:14}{cells}{found.gold:8,}{found.found:8,}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--input", type=Path)
    parser.add_argument("--predictions", type=Path)
    told = parser.parse_args()
    if told.input is None:
        for name, scores in compare(told.shared).items():
            print(f"{name}\n{table(scores)}\n")
        return
    casing = Truecaser.learned(texts_of(told.shared / "data"))
    known = read_with(read(told.shared / "data/events/muc4-train.jsonl"), casing)
    try:
        documents = read(told.input)
    except FormError as problem:
        sys.exit(f"{told.input.name}: {problem}")
    chances = learned(known)
    found = [filled(one.phrases, chances(one.phrases), BARS) for one in read_with(documents, casing)]
    if told.predictions:
        rows = ({"docid": one.name, "roles": roles} for one, roles in zip(documents, found, strict=True))
        told.predictions.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    scored = [at for at, one in enumerate(documents) if one.gold is not None]
    if scored:
        print(table(score([documents[at] for at in scored], [found[at] for at in scored])))


if __name__ == "__main__":
    main()
