"""The lexicon: every cue is used by its example."""

from __future__ import annotations

import pytest

from sayso.extract.statements.acts import act_of
from sayso.extract.statements.cues import Cue, entries, rates
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


@pytest.mark.parametrize("cue", [cue for cue in entries() if cue.kind == "verb"], ids=lambda cue: cue.key)
def test_the_example_shows_the_act_of_its_cue(cue: Cue) -> None:
    acts = [row.found.act for row in rows(cue.example)]
    assert not acts or cue.act in acts, cue.example


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
