"""The forms a lemma takes in running text, and back."""

from __future__ import annotations

import pytest

from sayso.extract.events import inflections
from sayso.extract.events.frames.lexicon import head_of, lexicon
from sayso.extract.events.inflections import forms_of
from sayso.schema.data import read_data

KNOWN = read_data("sayso.extract.events", "inflections.toml")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", {"attack", "attacks", "attacking", "attacked"}),
        ("raid", {"raid", "raids", "raiding", "raided"}),
        ("invade", {"invade", "invades", "invading", "invaded"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("deploy", {"deploy", "deploys", "deploying", "deployed"}),
        ("ban", {"ban", "bans", "banning", "banned"}),
        ("transfer", {"transfer", "transfers", "transferring", "transferred"}),
        ("visit", {"visit", "visits", "visiting", "visited"}),
        ("threaten", {"threaten", "threatens", "threatening", "threatened"}),
        ("free", {"free", "frees", "freeing", "freed"}),
        ("attach", {"attach", "attaches", "attaching", "attached"}),
    ],
)
def test_a_regular_verb_is_inflected_by_rule(lemma: str, forms: set[str]) -> None:
    assert forms_of(lemma, "VERB") == forms


@pytest.mark.parametrize(
    ("lemma", "past"), [("strike", "struck"), ("shoot", "shot"), ("fight", "fought"), ("seek", "sought")]
)
def test_an_irregular_verb_takes_its_past_from_the_table(lemma: str, past: str) -> None:
    assert past in forms_of(lemma, "VERB")
    assert f"{lemma}ed" not in forms_of(lemma, "VERB")


@pytest.mark.parametrize(
    ("lemma", "plural"), [("ally", "allies"), ("clash", "clashes"), ("attack", "attacks"), ("envoy", "envoys")]
)
def test_a_noun_has_its_plural(lemma: str, plural: str) -> None:
    assert forms_of(lemma, "NOUN") == {lemma, plural}


def test_an_adjective_has_one_form() -> None:
    assert forms_of("ready", "ADJ") == {"ready"}


@pytest.mark.parametrize(("part", "pos"), [("verbs", "VERB"), ("nouns", "NOUN")])
def test_every_row_of_the_table_is_used(part: str, pos: str) -> None:
    for lemma, told in KNOWN[part].items():
        assert set(told) <= forms_of(lemma, pos)


@pytest.mark.xfail(strict=True, reason="`raid`, `vow` and `prisoner` are regular")
def test_what_the_table_holds_no_rule_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inflections, "read_data", lambda *_: {"verbs": {}, "nouns": {}})
    by_rule = inflections.forms_of.__wrapped__
    rows = [(lemma, told, "VERB") for lemma, told in KNOWN["verbs"].items()]
    rows += [(lemma, told, "NOUN") for lemma, told in KNOWN["nouns"].items()]
    assert [lemma for lemma, told, pos in rows if set(told) <= by_rule(lemma, pos)] == []


def test_every_verb_of_the_lexicon_has_forms_of_letters() -> None:
    for frame in lexicon().frames:
        for words in frame.words:
            lemma = words[head_of(words)]
            assert all(form.replace("-", "").replace("'", "").isalpha() for form in forms_of(lemma, frame.pos)), lemma
