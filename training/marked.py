"""Passages marked by hand, read into text and spans: who said what, in brackets inside the text itself.

    == south-asia-001 agency
    [r2 Commander Dawar] leads the post. [s1 The police] [c1 denied] [t1 on Sunday] [q1 that they had opened fire].
    [s2 He] [c2 told] [a2 reporters] [q2 that [s3 Kabul] had [c3 pledged] [q3 to act]].
    @1 denial
    @2 claim also=announcement
    @3 assurance

A passage opens with `==`, a name and a register; each line after it is a paragraph; `@` lines tell, of each statement
by its number, the speech act and, where they differ from the rule, `also=` (another act that may stand), `reality=`
(future, hypothetical, attitude), `negated`. A bracket is a letter, the numbers of the statements it belongs to, a
blank, and text, which may hold brackets: s source, c cue, q content, a addressee, g target, t when it was said, r the
mention a source stands for. A mark that comes twice is one span in several pieces. Passages without `@` lines
attribute nothing.

    python -m training.marked training/data/statements/*.txt      # checks, and counts
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROLES = {
    "s": "source",
    "c": "cue",
    "q": "content",
    "a": "addressee",
    "g": "target",
    "t": "when",
    "r": "referent",
}
REALITIES = ("said", "future", "hypothetical", "attitude")
ACTS_FILE = Path(__file__).parents[1] / "src/sayso/schema/speech_acts.toml"

_OPEN = re.compile(r"\[([scqagtr])(\d+(?:,\d+)*) ")
_HEAD = re.compile(r"== (\S+) (\S+)\s*$")
_TELL = re.compile(r"@(\d+) (\w+)((?: (?:also=[\w,]+|reality=\w+|negated))*)\s*$")

Stretch = tuple[int, int]


class MarkError(ValueError):
    """A passage that cannot be read; the message tells where and why."""


@dataclass
class Marked:
    """One statement of a passage: stretches by role, in characters of the passage's text."""

    number: int
    act: str
    also: tuple[str, ...] = ()
    reality: str = "said"
    negated: bool = False
    spans: dict[str, list[Stretch]] = field(default_factory=dict)


@dataclass
class Passage:
    name: str
    register: str
    text: str
    statements: list[Marked]


def read(path: Path) -> list[Passage]:
    """Every passage of a file.

    Raises `MarkError` for a bracket that does not close, an unknown act, a statement told and not marked or the
    other way round, and a statement without content.
    """
    return [_passage(path, number, block) for number, block in _blocks(path)]


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    start = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith("=="):
            if block:
                yield start, block
            block, start = [line], number
        elif line.strip() and not line.startswith("# "):
            if not block:
                raise MarkError(f"{path.name}:{number}: text before the first passage")
            block.append(line.rstrip())
    if block:
        yield start, block


def _passage(path: Path, number: int, block: list[str]) -> Passage:
    where = f"{path.name}:{number}"
    head = _HEAD.match(block[0])
    if not head:
        raise MarkError(f"{where}: a passage opens with `== name register`, not {block[0]!r}")
    text, spans = _unmarked("\n\n".join(line for line in block[1:] if not line.startswith("@")), where)
    told = [_told(line, where) for line in block[1:] if line.startswith("@")]
    by_number = {statement.number: statement for statement in told}
    if len(by_number) != len(told) or set(by_number) != set(spans):
        raise MarkError(f"{where}: told {sorted(s.number for s in told)}, marked {sorted(spans)}")
    for statement in told:
        statement.spans = spans[statement.number]
        if "content" not in statement.spans:
            raise MarkError(f"{where}: statement {statement.number} has no content")
    return Passage(head[1], head[2], text, told)


def _told(line: str, where: str) -> Marked:
    found = _TELL.match(line)
    acts = tomllib.loads(ACTS_FILE.read_text("utf-8"))
    if not found or found[2] not in acts:
        raise MarkError(f"{where}: cannot read {line!r}")
    out = Marked(int(found[1]), found[2])
    for option in found[3].split():
        key, _, value = option.partition("=")
        if key == "also":
            out.also = tuple(value.split(","))
        elif key == "reality":
            out.reality = value
        else:
            out.negated = True
    if out.reality not in REALITIES or not set(out.also) <= set(acts):
        raise MarkError(f"{where}: cannot read {line!r}")
    return out


def _unmarked(marked: str, where: str) -> tuple[str, dict[int, dict[str, list[Stretch]]]]:
    out: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, list[int], int]] = []
    spans: dict[int, dict[str, list[Stretch]]] = {}
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            open_marks.append((ROLES[opening[1]], [int(n) for n in opening[2].split(",")], length))
            at = opening.end()
        elif marked[at] == "]":
            if not open_marks:
                raise MarkError(f"{where}: `]` closes nothing near {marked[max(0, at - 30) : at + 1]!r}")
            role, numbers, start = open_marks.pop()
            for number in numbers:
                spans.setdefault(number, {}).setdefault(role, []).append((start, length))
            at += 1
        elif marked[at] == "[":
            raise MarkError(f"{where}: `[` opens no mark near {marked[at : at + 30]!r}")
        else:
            out.append(marked[at])
            length += 1
            at += 1
    if open_marks:
        raise MarkError(f"{where}: a bracket is never closed")
    for roles in spans.values():
        for stretches in roles.values():
            stretches.sort()
    return "".join(out), spans


def main() -> int:
    acts: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for name in sys.argv[1:]:
        try:
            passages = read(Path(name))
        except MarkError as error:
            print(f"error: {error}")
            return 1
        for passage in passages:
            sums["passages"] += 1
            sums["passages that attribute nothing"] += not passage.statements
            for statement in passage.statements:
                acts[statement.act] += 1
                sums["statements"] += 1
                for role in statement.spans:
                    sums[role] += 1
                sums["negated"] += statement.negated
                sums[f"reality {statement.reality}"] += 1
    print(*(f"{key:34}{count}" for key, count in [*sums.most_common(), ("", ""), *acts.most_common()]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
