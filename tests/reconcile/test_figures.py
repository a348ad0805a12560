"""Vague words stand for what a named policy says; told numbers are never touched."""

from __future__ import annotations

import pytest

from sayso.reconcile import figures
from sayso.reconcile.figures import POLICIES, PolicyError, policy_of, range_of
from sayso.schema.data import read_data

TABLES = read_data("sayso.reconcile", "figures.toml")


def test_the_policies_are_those_of_the_data() -> None:
    assert set(POLICIES) == set(TABLES)


@pytest.mark.parametrize(("word", "value"), [("tens", 10), ("dozens", 12), ("hundreds", 100)])
def test_acled_codes_a_vague_word_as_one_number(word: str, value: int) -> None:
    assert range_of(None, None, f"{word} of people", "acled") == (value, value)


def test_ucdp_gives_a_low_and_leaves_the_high_open() -> None:
    assert range_of(None, None, "dozens", "ucdp") == (24, None)


def test_without_a_policy_vague_words_stay_open() -> None:
    assert range_of(None, None, "dozens") == (None, None)


def test_a_loose_word_multiplies_the_scale_after_it() -> None:
    assert range_of(None, None, "several hundred", "acled") == (300, 300)


@pytest.mark.parametrize("policy", POLICIES)
def test_told_numbers_stand_as_they_are(policy: str) -> None:
    assert range_of(11, None, "at least 11", policy) == (11, None)
    assert range_of(None, 50, "up to 50", policy) == (None, 50)


@pytest.mark.parametrize("policy", POLICIES)
def test_words_that_no_policy_knows_stay_open(policy: str) -> None:
    assert range_of(None, None, "many people", policy) == (None, None)


@pytest.mark.parametrize(
    ("policy", "word", "value"),
    [(name, *row) for name in TABLES for kind in ("known", "ours") for row in TABLES[name][kind].items()],
)
def test_every_row_serves(policy: str, word: str, value: int) -> None:
    assert range_of(None, None, word, policy)[0] == value


def test_a_policy_that_is_none_is_refused() -> None:
    with pytest.raises(PolicyError, match="No policy for vague words is called 'nato': it is one of acled, ucdp, none"):
        policy_of("nato")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"given": "high", "known": {}, "ours": {}}, r"\[x\]: given is `both` or `low`"),
        ({"given": "low", "known": {"tens": 0}, "ours": {}}, r"\[x\] tens: a whole number above zero"),
    ],
)
def test_a_damaged_policy_is_refused(table: dict[str, object], message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "read_data", lambda *_: {"x": table})
    with pytest.raises(PolicyError, match=message):
        policy_of.__wrapped__("x")
