"""Which way a time expression looks."""

from __future__ import annotations

import pytest

from sayso.language.times.tense import tense_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks will be held on Friday.", "ahead"),
        ("The talks are due to be held on Friday.", "ahead"),
        ("The talks were held on Friday.", "over"),
        ("The envoy said on Friday that he will go.", "over"),
        ("The envoy told a crowd in the square on Friday he will go.", "over"),
        ("He will go home. They met on Friday.", "over"),
        ("On Friday, the envoy will speak.", "ahead"),
        ("On Friday, during a walk, the envoy said so.", "over"),
        ("The envoys are meeting on Friday.", "ahead"),
        ("The police are searching a house after Friday's raid.", None),
        ("The vote is Friday.", "ahead"),
        ("Parliament meets Friday.", "ahead"),
        ("The talks are set for Friday.", "ahead"),
        ("A judge set bail on Friday.", None),
        ("Pupils had to be sent home on Friday.", "over"),
        ("In an interview Friday, the envoy would not tell.", "over"),
        ("Please register by Friday.", "ahead"),
        ("He is expected to come on Friday after the talks.", "ahead"),
        ("It is payable Dec. 1 to those on the list on Friday.", "ahead"),
        ("A calm Friday.", None),
        ("Friday's vote will be close.", None),
    ],
)
def test_the_nearest_verb_rules(text: str, expected: str | None) -> None:
    at = text.index("Friday")
    assert tense_at(text, at, at + len("Friday")) == expected


def test_a_verb_of_the_past_out_of_reach_does_not_rule() -> None:
    text = "He was glad, as so many others in the whole wide country are, of a vote in May."
    at = text.index("May")
    assert tense_at(text, at, at + 3, reach=20) is None
    assert tense_at(text, at, at + 3) == "over"
