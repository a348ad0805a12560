"""The benchmark that fills MUC-4's roles: what counts as right, how candidates are found and joined, how it learns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.muc import (
    ALL,
    Document,
    FormError,
    Read,
    exact,
    filled,
    laid,
    learned,
    overlap,
    paired,
    read,
    score,
    table,
    untrained,
)
from training.events.casing import Truecaser, texts_of
from training.events.entities import entities
from training.events.phrases import COLUMNS, phrases_of, plain

from sayso.extract.statements import spoken_in
from sayso.language import annotated

NONE: dict[str, list[str]] = {role: [] for role in ALL}


def gold(**told: list[list[str]]) -> Document:
    return Document("a", "", {role: told.get(role, []) for role in ALL})


# --- what is right --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [("the mayor", "mayor"), ('"The Owls"', "owls"), ("a  town  hall", "town hall")]
)
def test_articles_quotation_marks_and_blanks_do_not_matter(one: str, other: str) -> None:
    assert exact(one, other)


def test_a_string_with_more_words_is_not_exact_but_has_the_same_head() -> None:
    assert not exact("three armed men", "men")
    assert overlap("three armed men", "men of the northern front")
    assert not overlap("men", "women")


def test_any_mention_of_an_entity_will_do() -> None:
    assert paired([["northern front", "nf"]], ["nf"], exact) == 1


def test_two_strings_for_one_entity_are_right_once() -> None:
    assert paired([["northern front", "nf"]], ["nf", "northern front"], exact) == 1


def test_pairs_are_chosen_so_that_most_are_right() -> None:
    assert paired([["truck", "bus"], ["truck"]], ["truck", "bus"], exact) == 2


def test_perpetrators_and_three_roles_are_counted_beside_the_five() -> None:
    document = gold(PerpInd=[["gunmen"]], Perpetrator=[["gunmen"]], Victim=[["ana rey"]], Weapon=[["rifle"]])
    scores = score([document], [{**NONE, "Perpetrator": ["the gunmen"], "Weapon": ["rifle"], "Target": ["mill"]}])
    assert (scores["three"].gold, scores["three"].found, scores["three"].right) == (2, 2, 1)
    assert (scores["five"].gold, scores["five"].found, scores["five"].right) == (3, 2, 1)
    assert "Perpetrator        100.0     100.0     100.0" in table(scores)


def test_what_is_told_of_a_document_without_a_template_counts_as_wrong() -> None:
    assert score([gold()], [{**NONE, "Victim": ["ana rey"]}])["three"].precision == 0


# --- the form -------------------------------------------------------------------------------------------------------


def test_a_file_is_read_with_perpetrators_joined(tmp_path: Path) -> None:
    roles = {
        "PerpInd": [[{"quote": "gunmen"}]],
        "PerpOrg": [[{"quote": "nf"}]],
        "Target": [],
        "Victim": [],
        "Weapon": [],
    }
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"docid": "D-1", "text": "gunmen", "roles": roles}) + "\n", "utf-8")
    (document,) = read(path)
    assert document.name == "D-1"
    assert document.gold
    assert document.gold["Perpetrator"] == [["gunmen"], ["nf"]]


@pytest.mark.parametrize("line", ["[]", "{", '{"docid": "D-1"}', '{"text": "a", "roles": {"PerpInd": []}}'])
def test_a_line_that_is_no_document_is_told_by_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(FormError, match="line 1"):
        read(path)


# --- capitals -------------------------------------------------------------------------------------------------------

NEWS = (
    "They say that the mayor met Ana Rey in Lima on Sunday.",
    "On Sunday the mayor of Lima and the Front Office met.",
    "When the front moved, Ana Rey called the BBC in Lima.",
)


@pytest.fixture(scope="module")
def casing() -> Truecaser:
    return Truecaser.learned(NEWS)


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("the mayor left lima.  he met ana rey.", "The mayor left Lima.  He met Ana Rey."),
        ("it is the northern harvest league (nhl).", "It is the Northern Harvest League (NHL)."),
        ("the nhl (northern harvest league) met at 3 p.m. in the u.s.", None),
        ("it's j. okoro who doesn't", "It's J. Okoro who doesn't"),
    ],
)
def test_names_acronyms_and_first_words_get_capitals(text: str, cased: str | None, casing: Truecaser) -> None:
    found = casing.restored(text)
    assert found.lower() == text
    assert len(found) == len(text)
    assert cased is None or found == cased


def test_an_acronym_told_before_its_words_is_written_large(casing: Truecaser) -> None:
    assert "NHL (" in casing.restored("the nhl (northern harvest league) met at 3 p.m. in the u.s.")
    assert casing.restored("they met at 3 p.m. in the u.s.").endswith("3 p.m. in the U.S.")


def test_paragraphs_are_laid_without_moving_a_letter() -> None:
    text = "the mayor left.    he met nobody.  he slept."
    assert [at for at, (one, other) in enumerate(zip(text, laid(text), strict=True)) if one != other] == [
        15,
        16,
        17,
        18,
    ]


# --- candidates and entities ----------------------------------------------------------------------------------------

TEXT = "Three armed men of the Northern Front killed Ana Rey in Lima. The armed men burned a post office."


def test_candidates_are_nouns_with_more_or_less_around_them() -> None:
    found = phrases_of(TEXT, annotated(TEXT))
    assert {"men", "armed men", "three armed men", "northern front", "ana rey", "post office"} <= set(found.candidates)
    assert "three armed men of the northern front" in found.candidates
    assert all(plain(quote) == name for quote, name in zip(found.quotes, found.candidates, strict=True))
    assert all(quote in TEXT for quote in found.quotes)


def test_a_candidate_has_a_row_for_each_place_where_it_stands() -> None:
    found = phrases_of(TEXT, annotated(TEXT))
    assert found.places.shape[1] == len(COLUMNS)
    rows = found.places[found.places[:, 0] == found.candidates.index("armed men")]
    assert [found.forms[head] for head in sorted(set(rows[:, COLUMNS.index("head")].tolist()))] == ["men", "men"]


def test_an_empty_text_has_no_candidates() -> None:
    assert phrases_of("", annotated("")).candidates == []


def test_an_entity_is_told_once_by_its_surest_string() -> None:
    names = ["ana rey", "rey", "nhl", "northern harvest league", "bus"]
    assert entities(names, [0.9, 0.8, 0.4, 0.6, 0.1], 0.3) == ["ana rey", "northern harvest league"]


# --- the systems ----------------------------------------------------------------------------------------------------


def test_untrained_roles_come_from_the_events_of_a_text() -> None:
    found = untrained(spoken_in("Gunmen shot Ana Rey dead in Lima on Sunday."))
    assert found["Perpetrator"] == ["gunmen"]
    assert found["Victim"] == ["ana rey"]


def test_a_text_on_no_attack_fills_no_role() -> None:
    assert not any(untrained(spoken_in("The ministers met in Lima to discuss trade.")).values())


def test_roles_are_learned_from_a_few_documents_alike() -> None:
    pytest.importorskip("torch")
    people = ("Ana Rey", "Tom Okoro", "Ida Berg", "Lena Kovac", "Omar Diallo", "Pia Lund")
    texts = [f"Gunmen killed {name} near the mill." for name in people]
    known = [
        Read(gold(Victim=[[name]]), phrases_of(text, annotated(text))) for name, text in zip(people, texts, strict=True)
    ] * 8
    chances = learned(known, seeds=(0,))
    other = "Gunmen killed Eva Ruiz near the mill."
    phrases = phrases_of(other, annotated(other))
    found = chances(phrases)
    victim = found[:, ALL.index("Victim")]
    assert victim.argmax() == phrases.candidates.index("eva ruiz")
    assert (chances(phrases) == found).all()
    assert filled(phrases, found, {"Victim": float(victim.max()) - 1e-6})["Victim"] == ["eva ruiz"]


@pytest.mark.shared
def test_news_with_capitals_lies_beside_the_repository(shared: Path) -> None:
    texts = texts_of(shared / "data")
    assert any(letter.isupper() for letter in next(texts))
