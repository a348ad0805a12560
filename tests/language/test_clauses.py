"""Clauses, read from trees of both label schemes; every sentence of clause_trees.txt is read under both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from sayso.language.clauses import ASIDES, CLAUSE_PARTS, CONJUNCTS, Clause, clauses, dependencies, phrase, stretches

VOCAB = Vocab()
SCHEMES = ("ud", "clearnlp")


def _trees() -> dict[str, list[list[str]]]:
    out: dict[str, list[list[str]]] = {}
    for line in (Path(__file__).parent / "clause_trees.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            rows = out.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            rows.append(line.split())
    return out


TREES = _trees()


def doc_of(name: str, scheme: str = "ud") -> Doc:
    rows = TREES[name]
    heads, deps = (4, 5) if scheme == "ud" else (6, 7)
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        heads=[int(row[heads]) - 1 if row[heads] != "0" else at for at, row in enumerate(rows)],
        deps=[row[deps] for row in rows],
    )


class Read:
    """A clause whose numbers are turned into words."""

    def __init__(self, doc: Doc, clause: Clause) -> None:
        self.doc, self.clause = doc, clause

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.clause, name)
        if name in {"predicate", "copula", "attribute", "complement", "governor", "agent", "patient", "recipient"}:
            return None if value is None else self.doc[value].text
        if name in {"group", "agents", "patients", "recipients", "adverbials"}:
            return " ".join(self.doc[at].text for at in value)
        if name == "obliques":
            return [(oblique.preposition, self.doc[oblique.index].text) for oblique in value]
        return value


@pytest.fixture(params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def clause_of(name: str, predicate: str, scheme: str) -> Read:
    doc = doc_of(name, scheme)
    return next(read for read in (Read(doc, clause) for clause in clauses(doc)) if read.predicate == predicate)


@pytest.mark.parametrize("name", TREES)
def test_both_schemes_give_the_same_view(name: str) -> None:
    assert clauses(doc_of(name, "ud")) == clauses(doc_of(name, "clearnlp"))


@pytest.mark.parametrize("name", TREES)
def test_both_schemes_give_the_same_phrases_to_arguments(name: str) -> None:
    trees = [dependencies(doc_of(name, scheme)) for scheme in SCHEMES]
    for clause in clauses(trees[0]):
        for index in (
            *clause.agents,
            *clause.patients,
            *clause.recipients,
            *(oblique.index for oblique in clause.obliques),
        ):
            if not any(clause.predicate == index for clause in clauses(trees[0])):
                assert phrase(trees[0], index) == phrase(trees[1], index)


def test_the_passive_has_its_agent_from_by(scheme: str) -> None:
    shelled = clause_of("passive", "shelled", scheme)
    assert (shelled.agent, shelled.patient, shelled.passive) == ("guards", "depot", True)
    assert (shelled.negated, shelled.tense, shelled.finite) == (True, "past", True)
    assert shelled.group == "was not shelled"
    assert shelled.obliques == [("on", "Sunday")]


def test_what_stands_before_the_reporting_verb_is_its_complement(scheme: str) -> None:
    said = clause_of("said after", "said", scheme)
    assert (said.agent, said.complement, said.complement_side, said.relation) == ("she", "hold", "before", "root")
    assert clause_of("said after", "hold", scheme).tense == "future"


def test_what_stands_around_the_reporting_verb_is_its_complement_in_two_stretches(scheme: str) -> None:
    doc = doc_of("said between", scheme)
    said = clause_of("said between", "said", scheme)
    assert (said.agent, said.complement, said.complement_side) == ("she", "held", "around")
    assert [doc[first:last].text for first, last in stretches(doc, 6)] == ["The truce", "held"]


def test_what_is_added_in_a_participle_is_said_by_the_same(scheme: str) -> None:
    adding = clause_of("said adding", "adding", scheme)
    assert (adding.agent, adding.complement, adding.governor) == ("she", "fled", "said")


def test_coordinated_subjects_are_listed(scheme: str) -> None:
    assert clause_of("coordination", "said", scheme).agents == "Hale Reed"


def test_coordinated_predicates_share_their_subject(scheme: str) -> None:
    added = clause_of("coordination", "added", scheme)
    assert (added.agents, added.complement, added.inherited, added.relation) == ("Hale Reed", "failed", True, "conj")
    assert clause_of("coordination", "left", scheme).agents == "Hale Reed"


def test_who_is_told_is_the_recipient(scheme: str) -> None:
    told = clause_of("told", "told", scheme)
    assert (told.agent, told.recipient, told.patient, told.complement) == ("Hale", "reporters", None, "sign")
    sign = clause_of("told", "sign", scheme)
    assert (sign.negated, sign.modality, sign.marker, sign.governor) == (True, ("would",), "that", "told")


def test_an_infinitive_has_its_subject_from_who_is_asked(scheme: str) -> None:
    assert clause_of("asked to", "leave", scheme).agent == "Reed"


def test_an_infinitive_has_its_subject_from_who_promises(scheme: str) -> None:
    assert clause_of("promised to", "leave", scheme).agent == "Hale"
    assert clause_of("promised to", "promised", scheme).recipient == "Reed"


def test_a_controlled_passive_has_a_patient(scheme: str) -> None:
    freed = clause_of("wants to be freed", "freed", scheme)
    assert (freed.agent, freed.patient, freed.passive) == (None, "Reed", True)


def test_a_relative_clause_has_its_antecedent(scheme: str) -> None:
    denied, mocked = clause_of("relative", "denied", scheme), clause_of("relative", "mocked", scheme)
    assert denied.agent == mocked.agent == "minister"
    assert mocked.patient == "it"


def test_a_relative_clause_without_pronoun_has_its_antecedent_for_object(scheme: str) -> None:
    made = clause_of("contact relative", "made", scheme)
    assert (made.agent, made.patient) == ("he", "charge")


def test_a_relative_pronoun_that_is_an_object_stands_for_its_antecedent(scheme: str) -> None:
    defend = clause_of("which they defend", "defend", scheme)
    assert (defend.agent, defend.patient) == ("they", "freedom")


def test_what_follows_two_predicates_completes_both(scheme: str) -> None:
    repeated = clause_of("confirmed and repeated", "repeated", scheme)
    assert (repeated.agent, repeated.complement, repeated.complement_side) == ("Hale", "failed", "after")


def test_a_participle_without_auxiliary_is_passive(scheme: str) -> None:
    attacked = clause_of("if attacked", "Attacked", scheme)
    assert (attacked.passive, attacked.patient, attacked.agent) == (True, "Kabul", None)


def test_a_noun_with_its_content_is_a_clause(scheme: str) -> None:
    claim = clause_of("claim by", "claim", scheme)
    assert (claim.nominal, claim.agent, claim.complement) == (True, "Hale", "lied")
    assert (claim.obliques, claim.finite) == ([], False)


def test_a_noun_with_a_gerund_for_its_content(scheme: str) -> None:
    accusation = clause_of("accusation of", "accusation", scheme)
    assert (accusation.agent, accusation.complement) == ("Hale", "looting")
    assert clause_of("accusation of", "looting", scheme).agent is None


def test_a_noun_with_its_owner_is_a_clause(scheme: str) -> None:
    denial = clause_of("denial of", "denial", scheme)
    assert (denial.nominal, denial.agent, denial.patient) == (True, "Hale", "charge")


def test_a_noun_has_its_agent_from_the_verb_that_carries_it(scheme: str) -> None:
    pledge = clause_of("pledge", "pledge", scheme)
    assert (pledge.agent, pledge.complement, pledge.negated) == ("Kabul", "withdraw", True)
    assert clause_of("pledge", "withdraw", scheme).agent == "Kabul"


def test_a_copula_links_what_is_the_predicate(scheme: str) -> None:
    false = clause_of("claim by", "false", scheme)
    assert (false.copula, false.attribute, false.agent, false.tense) == ("is", "false", "claim", "present")


def test_a_place_is_linked_too_and_no_longer_negates(scheme: str) -> None:
    kabul = clause_of("no longer in", "Kabul", scheme)
    assert (kabul.agent, kabul.copula, kabul.negated) == ("Guards", "are", True)


def test_there_is_has_a_subject_and_no_attribute(scheme: str) -> None:
    found = clause_of("there is", "is", scheme)
    assert (found.agent, found.attribute, found.copula) == ("truce", None, None)


def test_a_clause_that_is_linked_is_a_complement(scheme: str) -> None:
    found = clause_of("the point is", "is", scheme)
    assert (found.agent, found.complement) == ("point", "lied")
    assert clause_of("the point is", "lied", scheme).agent == "Kabul"


def test_become_has_an_attribute(scheme: str) -> None:
    become = clause_of("minister", "become", scheme)
    assert (become.agent, become.attribute, become.perfect, become.adverbials) == ("Hale", "critic", True, "quit")
    assert clause_of("minister", "quit", scheme).marker == "since"


@pytest.mark.parametrize(
    ("name", "predicate", "modality", "tense"),
    [
        ("expected", "withdraw", ("be expected to",), "present"),
        ("is to", "visit", ("be to",), "present"),
        ("have to", "leave", ("may", "have to"), ""),
        ("going to", "leave", (), "future"),
        ("told", "sign", ("would",), ""),
    ],
)
def test_modality(name: str, predicate: str, modality: tuple[str, ...], tense: str, scheme: str) -> None:
    found = clause_of(name, predicate, scheme)
    assert (found.modality, found.tense) == (modality, tense)


def test_negation_of_a_modal_governor_reaches_its_infinitive(scheme: str) -> None:
    assert clause_of("expected", "withdraw", scheme).negated


def test_failing_is_kept_apart_from_negation(scheme: str) -> None:
    confirm = clause_of("failed to", "confirm", scheme)
    assert (confirm.withheld, confirm.negated, confirm.agent, confirm.tense) == ("fail", False, "Hale", "past")


def test_a_gerund_after_its_preposition_is_a_complement(scheme: str) -> None:
    accused, looting = clause_of("accused of", "accused", scheme), clause_of("accused of", "looting", scheme)
    assert (accused.patient, accused.complement, accused.complement_relation) == ("Troops", "looting", "advcl")
    assert (looting.agent, looting.marker) == ("Troops", "of")


def test_prepositions_of_more_than_one_word(scheme: str) -> None:
    assert clause_of("according to", "left", scheme).obliques == [("according to", "Hale")]


def test_moods(scheme: str) -> None:
    assert (clause_of("order", "leave", scheme).mood, clause_of("order", "leave", scheme).finite) == (
        "imperative",
        True,
    )
    assert clause_of("question", "agree", scheme).mood == "interrogative"
    assert clause_of("asked to", "leave", scheme).mood == "declarative"


def test_neither_negates(scheme: str) -> None:
    confirm = clause_of("confirm or deny", "confirm", scheme)
    assert (confirm.agents, confirm.negated) == ("Hale Reed", True)


def test_negation_reaches_over_or(scheme: str) -> None:
    assert clause_of("not confirm or deny", "deny", scheme).negated


def test_coordinated_participles_share_their_auxiliary(scheme: str) -> None:
    condemned = clause_of("has denied and condemned", "condemned", scheme)
    assert (condemned.perfect, condemned.tense, condemned.agent, condemned.finite) == (True, "present", "Hale", True)


def test_as_he_said_reports_what_it_hangs_on(scheme: str) -> None:
    said = clause_of("as Hale said", "said", scheme)
    assert (said.complement, said.complement_relation, said.complement_side) == ("failed", "governor", "after")


def test_who_is_given_something_is_its_recipient(scheme: str) -> None:
    given_ = clause_of("was given", "given", scheme)
    assert (given_.recipient, given_.patient, given_.agent) == ("Hale", "assurances", None)


def test_the_verb_group_has_particles_and_adverbs(scheme: str) -> None:
    backing = clause_of("backing out", "backing", scheme)
    assert backing.group == "has been quietly backing out"
    assert (backing.perfect, backing.progressive, backing.tense) == (True, True, "present")


def test_phrases_with_and_without_their_asides(scheme: str) -> None:
    doc = doc_of("minister", scheme)
    text = [doc[slice(*phrase(doc, 0, without))].text for without in ((), ASIDES)]
    assert text == ["Hale , the minister", "Hale"]


def test_phrases_with_and_without_what_is_coordinated(scheme: str) -> None:
    doc = doc_of("coordination", scheme)
    assert [phrase(doc, 0), phrase(doc, 0, CONJUNCTS), phrase(doc, 2)] == [(0, 3), (0, 1), (2, 3)]


def test_a_phrase_has_no_preposition_and_no_genitive(scheme: str) -> None:
    doc = doc_of("passive", scheme)
    assert [doc[slice(*phrase(doc, at))].text for at in (8, 10, 6)] == ["Hale 's guards", "Sunday", "Hale"]


def test_the_phrase_of_what_a_copula_links(scheme: str) -> None:
    doc = doc_of("no longer in", scheme)
    at = clause_of("no longer in", "Kabul", scheme).clause.predicate
    assert doc[slice(*phrase(doc, at, CLAUSE_PARTS | CONJUNCTS | {"advmod"}))].text == "Kabul"
    assert doc[slice(*phrase(doc, at))].text == "Guards are no longer in Kabul or in Herat"


def test_a_phrase_outside_the_tree_is_told() -> None:
    with pytest.raises(IndexError, match="token 40"):
        phrase(doc_of("passive"), 40)


def test_a_sentence_of_a_doc_counts_tokens_of_the_doc() -> None:
    both = Doc.from_docs([doc_of("passive"), doc_of("told")])
    sentence = both[12:]
    assert clauses(sentence) == [clause for clause in clauses(both) if clause.predicate >= 12]
    assert both[slice(*phrase(sentence, 14))].text == "reporters"


def test_a_doc_without_trees_is_refused() -> None:
    with pytest.raises(ValueError, match="dependency trees"):
        clauses(Doc(VOCAB, words=["Hale", "left"]))


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="ud, clearnlp"):
        clauses(doc_of("told"), "stanford")


def test_an_empty_doc_has_no_clauses() -> None:
    assert clauses(Doc(VOCAB)) == []


def test_features_stand_in_for_penn_tags() -> None:
    features = ["", "VerbForm=Fin|Tense=Past|Mood=Ind", "", "VerbForm=Inf"]
    doc = Doc(
        VOCAB,
        words=["Hale", "wanted", "to", "leave"],
        pos=["PROPN", "VERB", "PART", "VERB"],
        morphs=features,
        heads=[1, 1, 3, 1],
        deps=["nsubj", "root", "mark", "xcomp"],
    )
    wanted, leave = clauses(doc)
    assert (wanted.tense, wanted.finite, leave.finite, leave.marker) == ("past", True, False, "to")


LABELS = sorted(
    {row[at] for rows in TREES.values() for row in rows for at in (5, 7)}
    | {"dep", "list", "odd:label", "dative", "expl"}
)
FORMS = ["Hale", "said", "not", "that", "who", "of", "to", "be", ",", "“", "claim", "is", "?"]
TAGS = ["NNP", "VBD", "RB", "WP", "IN", "TO", "VB", "VBN", "VBG", ",", "NN", "MD", ""]
POS = ["PROPN", "VERB", "PART", "PRON", "ADP", "AUX", "PUNCT", "NOUN", "ADJ", "SPACE"]


@st.composite
def _any_tree(draw: st.DrawFn) -> Doc:
    count = draw(st.integers(1, 12))
    order = draw(st.permutations(range(count)))
    heads = [0] * count
    for place, at in enumerate(order):
        heads[at] = order[draw(st.integers(0, place - 1))] if place else at

    def each(of: list[str]) -> list[str]:
        return [draw(st.sampled_from(of)) for _ in range(count)]

    return Doc(
        VOCAB,
        words=each(FORMS),
        tags=each(TAGS),
        pos=each(POS),
        lemmas=each(["say", "be", "claim", "have", "expect", "fail", "go", ""]),
        deps=each(LABELS),
        heads=heads,
    )


@settings(max_examples=300, deadline=None)
@given(doc=_any_tree(), scheme=st.sampled_from([None, *SCHEMES]))
def test_any_tree_is_read(doc: Doc, scheme: str | None) -> None:
    tree = dependencies(doc, scheme)
    assert len(tree.order) == len(doc)
    found = clauses(tree)
    assert [clause.predicate for clause in found] == sorted({clause.predicate for clause in found})
    for at in range(len(doc)):
        first, last = phrase(tree, at)
        assert 0 <= first <= at < last <= len(doc)


def test_a_span_that_cuts_a_tree_is_read() -> None:
    doc = doc_of("told")
    assert [Read(doc, clause).predicate for clause in clauses(Span(doc, 5, 11))] == ["sign"]
