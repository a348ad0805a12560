"""Marks pushed into a word are taken out; compounds, prefixed words and names keep theirs."""

import pytest

from sayso.clean.spelling import repairs

BROKEN = """
secu-rity gov-ernment mili-tants terror-ist resign-ed in-surgents se-cu-ri-ty Hez-bollah co-nsultant secu\u2011rity
"""
KEPT = """
co-operate cross-border re-cover re-elected pre-empt pre-emptive Boko-Haram well-known al-Qaeda Khyber-Pakhtunkhwa
long-standing state-run Spider-Man anti-semitic e-mail co-op hip-hop zig-zagged ha-ha b-b-but half-heartedly dot-com
Ahrar-ul-Hind 10-year-old S-M-I-T-H K-9 mother-in-law co-ordinating post-partum co-terminous Jean-Luc T-shirt U-turn
and/or he/she km/h 24/7 U.S. N.A.T.O. p.m. e.g. L.A. Mr.Daw
"""


@pytest.mark.parametrize("token", BROKEN.split())
def test_a_broken_word_is_joined(token: str) -> None:
    [found] = repairs(f"They said {token} was the aim.")
    assert found.replacement == token.replace("-", "").replace("\u2011", "")
    assert (found.start, found.end) == (10, 10 + len(token))


@pytest.mark.parametrize("token", KEPT.split())
def test_a_compound_keeps_its_hyphen(token: str) -> None:
    assert repairs(f"They said {token} was the aim.") == ()


@pytest.mark.parametrize("token", ["t-e-r-r-o-r", "t.e.r.r.o.r", "b-o-m-b-s"])
def test_letters_parted_by_marks_are_joined(token: str) -> None:
    [found] = repairs(f"They said {token} was the aim.")
    assert found.replacement == token.replace("-", "").replace(".", "")


@pytest.mark.parametrize("gap", ["\n", " "])
def test_a_word_broken_at_a_line_end_is_joined(gap: str) -> None:
    text = f"talks on secu-{gap}rity went on"
    assert [(text[one.start : one.end], one.replacement) for one in repairs(text)] == [(f"secu-{gap}rity", "security")]


@pytest.mark.parametrize(
    "text", ["pre- and post-war years", "short- to mid-term", "a two- or three-day visit", "it was on- \n\nrity"]
)
def test_a_hyphen_left_hanging_stays(text: str) -> None:
    assert repairs(text) == ()
