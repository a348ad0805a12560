"""Passages marked by hand are read into text and spans, and what is marked wrongly is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.marked import MarkError, Passage, _unmarked, read

DATA = sorted((Path(__file__).resolve().parents[2] / "training/data/statements").glob("*.txt"))

GOOD = """# a remark that nobody reads
== river-001 agency
[s1 The ministry] [c1 denied] [t1 on Monday] [q1 that [s2 Merrin] had [c2 promised] [q2 to leave]].
[q3 “We stayed,”] [s3 she] [c3 told] [a3 reporters]. [q3 “We always will.”]
@1 denial negated
@2 assurance reality=future
@3 claim also=announcement,assessment

== river-002 recipe
Stir the rice until it is done.
"""


def passages(tmp_path: Path, marked: str) -> list[Passage]:
    path = tmp_path / "a.txt"
    path.write_text(marked, "utf-8")
    return read(path)


def test_text_comes_without_its_brackets_a_line_a_paragraph(tmp_path: Path) -> None:
    first, second = passages(tmp_path, GOOD)
    assert first.text.split("\n\n") == [
        "The ministry denied on Monday that Merrin had promised to leave.",
        "“We stayed,” she told reporters. “We always will.”",
    ]
    assert (first.name, first.register, second.name) == ("river-001", "agency", "river-002")


def test_every_role_stands_on_its_characters(tmp_path: Path) -> None:
    first = passages(tmp_path, GOOD)[0]
    read_back = [
        {role: [first.text[a:b] for a, b in stretches] for role, stretches in statement.spans.items()}
        for statement in first.statements
    ]
    assert read_back == [
        {
            "source": ["The ministry"],
            "cue": ["denied"],
            "when": ["on Monday"],
            "content": ["that Merrin had promised to leave"],
        },
        {"source": ["Merrin"], "cue": ["promised"], "content": ["to leave"]},
        {
            "content": ["“We stayed,”", "“We always will.”"],
            "source": ["she"],
            "cue": ["told"],
            "addressee": ["reporters"],
        },
    ]


def test_acts_and_what_departs_from_the_rule_are_told(tmp_path: Path) -> None:
    one, two, three = passages(tmp_path, GOOD)[0].statements
    assert (one.act, one.negated, one.reality) == ("denial", True, "said")
    assert (two.act, two.negated, two.reality) == ("assurance", False, "future")
    assert (three.act, three.also) == ("claim", ("announcement", "assessment"))


def test_a_passage_may_attribute_nothing(tmp_path: Path) -> None:
    assert passages(tmp_path, GOOD)[1].statements == []


def test_one_bracket_may_serve_several_statements(tmp_path: Path) -> None:
    marked = "== a b\n[s1,2 He] [c1 denied] [q1 it] and [c2 said] [q2 so].\n@1 denial\n@2 claim\n"
    one, two = passages(tmp_path, marked)[0].statements
    assert one.spans["source"] == two.spans["source"] == [(0, 2)]


@pytest.mark.parametrize(
    ("marked", "named"),
    [
        ("A line.\n", "before the first passage"),
        ("== nameonly\nA line.\n", "opens with"),
        ("== a b\n[s1 He] said\n@1 claim\n", "no content"),
        ("== a b\n[q1 It rained.]\n", "told"),
        ("== a b\nIt rained.\n@1 claim\n", "told"),
        ("== a b\n[q1 It rained.]\n@1 shouting\n", "cannot read"),
        ("== a b\n[q1 It rained.]\n@1 claim reality=dream\n", "cannot read"),
        ("== a b\n[q1 It rained.]\n@1 claim also=shouting\n", "cannot read"),
        ("== a b\n[q1 It rained.\n@1 claim\n", "never closed"),
        ("== a b\nIt] rained.\n", "closes nothing"),
        ("== a b\n[x1 It] rained.\n", "opens no mark"),
    ],
)
def test_what_is_marked_wrongly_is_named(tmp_path: Path, marked: str, named: str) -> None:
    with pytest.raises(MarkError, match=named):
        passages(tmp_path, marked)


PLAIN = st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"]), min_size=1, max_size=12)
TREES = st.recursive(
    PLAIN, lambda inner: st.tuples(st.sampled_from("scqagtr"), st.lists(inner, min_size=1, max_size=3))
)


@given(st.lists(TREES, max_size=5))
def test_taking_the_brackets_off_leaves_the_words(parts: list[object]) -> None:
    def written(part: object, *, marked: bool) -> str:
        if isinstance(part, str):
            return part
        assert isinstance(part, tuple)
        inner = "".join(written(kid, marked=marked) for kid in part[1])
        return f"[{part[0]}1 {inner}]" if marked else inner

    text, spans = _unmarked("".join(written(part, marked=True) for part in parts), "here")
    assert text == "".join(written(part, marked=False) for part in parts)
    for stretches in spans.get(1, {}).values():
        assert stretches == sorted(stretches)
        assert all(0 <= start < end <= len(text) for start, end in stretches)


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.stem))
def test_the_passages_written_here_can_be_read(path: Path) -> None:
    found = read(path)
    names = [passage.name for passage in found]
    assert found
    assert len(names) == len(set(names))
    for passage in found:
        for statement in passage.statements:
            quotes = [passage.text[a:b] for stretches in statement.spans.values() for a, b in stretches]
            assert all(quote.strip() for quote in quotes), f"{passage.name} {statement.number}: {quotes}"
