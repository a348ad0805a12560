"""A mention of a source tells the speaker's role, whom they speak for, and whose state that is: or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.statements.standing import Standing, standing_of


def read(mention: str) -> tuple[str | None, str | None, str | None]:
    found = standing_of(mention)
    return found.role, found.affiliation, found.country


@pytest.mark.parametrize(
    ("mention", "role"),
    [
        ("Prime Minister Ana Ruiz", "Prime Minister"),
        ("Deputy Foreign Minister Ana Ruiz", "Deputy Foreign Minister"),
        ("Ana Ruiz, the minister of trade and industry", "minister of trade and industry"),
        ("Sen. Ana Ruiz", "Sen."),
        ("Attorney General Ana Ruiz", "Attorney General"),
        ("a chief election strategist", "chief election strategist"),
        ("some of the officials", "officials"),
        ("ex-president Ana Ruiz", "ex-president"),
        ("the company's general counsel", "general counsel"),
        ("Lt. Gen. Omar Said", "Lt. Gen."),
        ("Air Chief Marshal Omar Said", "Air Chief Marshal"),
        ("Colonel Omar Said, the army spokesman", "spokesman"),
        ("Army Chief General Omar Said", "Chief"),
    ],
)
def test_the_role_as_written_before_the_rank(mention: str, role: str) -> None:
    assert standing_of(mention).role == role


@pytest.mark.parametrize(
    ("mention", "affiliation"),
    [
        ("Health Ministry spokeswoman Ana Ruiz", "Health Ministry"),
        ("a spokesman for the southern command of the Chadian army", "southern command of the Chadian army"),
        ("a spokesman for Peru's Foreign Ministry", "Foreign Ministry"),
        ("the Ministry of Foreign Affairs spokesman", "Ministry of Foreign Affairs"),
        ("the governor of Arequipa, Ana Ruiz", "Arequipa"),
        ("the company's founder", "company"),
        ("President Ruiz's spokesman", "President Ruiz"),
        ("an adviser to the president", "president"),
        ("an expert on Iran at the University of Leeds", "University of Leeds"),
        ("a source in the Interior Ministry", "Interior Ministry"),
        ("Ana Ruiz of Amnesty International", "Amnesty International"),
        ("Rep. Tim Bell (D-Ohio)", "D-Ohio"),
        ("secretary of the National Security Council", "National Security Council"),
        ("Norway's Ministry of Defence", "Ministry of Defence"),
        ("the Foreign Ministry in Oslo", "Foreign Ministry"),
        ("the New York Times", "New York Times"),
        ("the Kremlin", "Kremlin"),
        ("the General Staff", "General Staff"),
    ],
)
def test_the_body_spoken_for_less_its_article_and_its_owner(mention: str, affiliation: str) -> None:
    assert standing_of(mention).affiliation == affiliation


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("a senior Peruvian official", "PER"),
        ("officials in Lima", "PER"),
        ("Democratic Republic of Congo President Ana Ruiz", "COD"),
        ("Ana Ruiz, Sweden’s foreign minister", "SWE"),
        ("the president of Niger", "NER"),
        ("the US ambassador to Japan", "USA"),
        ("Japan's UN ambassador", "JPN"),
        ("a London-based analyst", "GBR"),
        ("White House press secretary Ana Ruiz", "USA"),
        ("NORWEGIAN DEFENCE MINISTER ANA RUIZ", "NOR"),
        ("King Omar of Jordan", "JOR"),
    ],
)
def test_the_state_of_who_speaks(mention: str, country: str) -> None:
    assert standing_of(mention).country == country


@pytest.mark.parametrize(
    "mention",
    [
        "the UN envoy for Syria",
        "an expert on Iran",
        "Iran analyst Ana Ruiz",
        "a Reuters correspondent in Kenya",
        "the ambassador to Chile",
        "the UN mission in Mali",
        "Ukrainian and Russian officials",
        "an Israeli-American activist",
        "the Rwanda-backed rebels",
        "a pro-Russian blogger",
        "Defence Minister Israel Ruiz",
        "Senator Ana Jordan",
        "Georgia Governor Tim Bell",
        "the governor of New Mexico",
        "a poll of American voters",
    ],
)
def test_no_state_that_is_talked_about_or_shared_or_a_name(mention: str) -> None:
    assert standing_of(mention).country is None


@pytest.mark.parametrize(
    "mention",
    ["", "he", "Ana Ruiz", "residents", "the witnesses", "Ana Ruiz, who fled", "court documents", "…", "'s", ", , ("],
)
def test_nothing_where_the_text_gives_nothing(mention: str) -> None:
    assert standing_of(mention) == Standing()


def test_an_official_agency_is_no_official() -> None:
    assert read("the official Peruvian news agency") == (None, "official Peruvian news agency", "PER")


def test_a_role_inside_a_relative_clause_is_not_taken() -> None:
    assert read("Ana Ruiz, who met the president of Chile") == (None, None, None)


_WORDS = (
    "the a of for and to in at by who Peru's Peruvian US-backed U.S. New York Ministry minister General spokesman 's "
    ", ( ) — Gen. State Department Ana Ruiz R-Ohio one chief official Georgia Congo Democratic Republic ’s İ ß"
)
_PIECES = st.sampled_from(_WORDS.split(" "))


@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=40))
def test_role_and_affiliation_stand_in_the_mention(mention: str) -> None:
    found = standing_of(mention)
    for words in (found.role, found.affiliation):
        assert words is None or (words and words in mention and words == words.strip())
