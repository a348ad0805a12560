"""What the act head learns from beside the passages: cues of PolNeAR that leave no doubt, and UN speeches.

Weak labels are weighed less. PLV's sentences are not among them: its owner has not said that weights made from them may
ship; they measure the head instead (`benchmarks/acts.py`). NewsMTSC tells what an article thinks of somebody, not what
a speaker does by speaking, and FactBank's text is not free: neither is used.
"""

from __future__ import annotations

import json
from pathlib import Path

from spacy.language import Language

from sayso.extract.statements.acts import act_of, entry_in, is_negated
from sayso.language.pieces import Pieces
from sayso.language.windows import words_of
from training.language.corpora import NONE, Text
from training.language.passages import Range, Said

OPEN_ACTS = frozenset(("claim", "assessment", "attitude"))
WEAK = 0.3

SPEECHES = {
    "Correction": ("denial",),
    "Challenge": ("question", "denial", "accusation", "condemnation"),
    "Direct_NegEval": ("accusation", "condemnation", "denial", "warning", "regret"),
    "Indirect_NegEval": ("accusation", "condemnation", "denial", "warning", "regret", "assessment", "demand", "appeal"),
}
"""What a unit of a Security Council speech may be, by UNSCon's labels of conflict."""


def hint_for(forms: list[str], cue: tuple[Range, ...], content: tuple[Range, ...]) -> str:
    """The act that the lexicon and the patterns of content choose."""
    low = [word.lower() for first, last in cue for word in forms[first:last]]
    said = " ".join(word for first, last in content for word in forms[first:last])
    return act_of(entry_in(low), said, negated=is_negated(low))


def weakly_told(text: Text) -> None:
    """Give a PolNeAR text the statements whose cue alone tells the act."""
    tags, cue_of = text.raw["attr"], text.labels["cue"]
    forms = text.words.form
    content_of: dict[int, list[int]] = {}
    for at, tag in enumerate(tags):
        if tag.endswith("content") and cue_of[at] != NONE:
            content_of.setdefault(int(cue_of[at]), []).append(at)
    for first, content in content_of.items():
        last = first + 1
        while last < len(tags) and tags[last] == "I-cue":
            last += 1
        low = [word.lower() for word in forms[first:last]]
        entry = entry_in(low)
        if entry is None or entry.act in OPEN_ACTS or is_negated(low):
            continue
        cue, rest = ((first, last),), ((content[0], content[-1] + 1),)
        if last - first < 6:
            text.said.append((Said(cue, rest, act_of(entry, ""), (), "said", negated=False, weight=WEAK), "none"))


def speeches(path: Path, nlp: Language, pieces: Pieces) -> list[Text]:
    """UNSCon's speeches; `said` holds units with the acts each may be."""
    out = []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        spans = [(t.idx, t.idx + len(t)) for t in nlp.make_doc(row["text"]) if not t.is_space]
        text = Text(row["id"], words_of(row["text"], spans, pieces))
        for unit in row["edus"]:
            acts = SPEECHES.get(unit["B1"]) or SPEECHES.get(unit["A0"])
            at = [n for n, (a, b) in enumerate(spans) if unit["start"] <= a and b <= unit["end"]]
            if acts and at:
                text.said.append((Said((), ((at[0], at[-1] + 1),), acts[0], acts, "said", negated=False), "none"))
        out.append(text)
    return out
