"""The lexicon: every cue is used by its example."""

from __future__ import annotations

import pytest

from sayso.extract.statements.acts import act_of
from sayso.extract.statements.cues import Cue, entries, rates
from sayso.extract.statements.judging import OPEN_ACTS
from sayso.extract.statements.rules import findings_of
from sayso.extract.statements.sentences import page_of
from tests.extract.statements.reading import rows


def test_no_form_stands_for_two_verbs() -> None:
    forms = [form for cue in entries() if cue.kind == "verb" for form in cue.forms]
    assert len(forms) == len(set(forms))


def test_the_lexicon_is_wide() -> None:
    assert len(entries()) >= 400


def test_no_form_stands_twice_in_a_cue() -> None:
    assert [cue.key for cue in entries() if len(cue.forms) != len(set(cue.forms))] == []


@pytest.mark.parametrize("cue", entries(), ids=lambda cue: cue.key)
def test_example(cue: Cue) -> None:
    found = findings_of(page_of(cue.example), 0.0)
    assert cue.key in [finding.entry.key for finding in found if finding.entry], cue.example


def test_most_examples_of_plain_verbs_show_their_act_to_the_whole_reader() -> None:
    plain = [cue for cue in entries() if cue.kind == "verb" and cue.act not in OPEN_ACTS]
    shown = [cue for cue in plain if cue.act in [row.found.act for row in rows(cue.example)]]
    assert len(shown) >= 0.8 * len(plain), [cue.key for cue in plain if cue not in shown]


@pytest.mark.parametrize("cue", [cue for cue in entries() if cue.kind == "verb"], ids=lambda cue: cue.key)
def test_the_rules_show_the_act_of_its_cue(cue: Cue) -> None:
    page = page_of(cue.example)
    acts = []
    for finding in findings_of(page, 0.0):
        content = cue.example[page.start[finding.content[0][0]] : page.end[finding.content[-1][1] - 1]]
        acts.append(finding.act or act_of(finding.entry, content, negated=finding.negated))
    assert cue.act in acts


def test_rates_are_shares() -> None:
    assert rates()
    assert all(0 < rate < 1 for rate in rates().values())
