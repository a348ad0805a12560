"""No party's word is put into another's mouth: states, groups and persons whose names share words are kept apart."""

import pytest

from sayso.extract.statements import attributions


def speakers(text: str) -> list[str | None]:
    return [row.speaker for row in attributions(text)]


def test_a_state_is_not_short_for_a_group_named_after_it() -> None:
    text = (
        "The government has rejected the statement of the banned Jaish-e-Fulan Pakistan.\n\n"
        "Pakistan maintains that it has raised the issue for years. Pakistan denied that talks had failed."
    )
    assert speakers(text)[1:] == ["Pakistan", "Pakistan"]


def test_he_is_never_a_group_or_a_people() -> None:
    text = (
        "General Orlan Meck, the army chief, said the post had been attacked by the Afghan Taliban.\n\n"
        "The Afghan Taliban have other plans. “We will answer,” he said."
    )
    assert speakers(text)[-1] == "Orlan Meck"


def test_a_participle_that_opens_a_sentence_is_no_name() -> None:
    text = "Reaffirming Kenya’s resolve, Colonel Ana Roth said the patrols would go on. “They will,” she said."
    assert set(speakers(text)) == {"Ana Roth"}


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Director-General Lieutenant General Omar Sherif Bakr", "Omar Sherif Bakr"),
        ("Supreme Leader Sheikh Idris Wali", "Idris Wali"),
        ("Israel Katz", "Israel Katz"),
    ],
)
def test_titles_are_no_part_of_a_name(mention: str, name: str) -> None:
    assert speakers(f"{mention} said that the border would stay closed.") == [name]


def test_regional_experts_are_not_a_person_called_regional() -> None:
    text = "Regional Diplomacy and Trade\n\nRegional experts believe that the road will open. They said so on Monday."
    assert speakers(text)[0] == "Regional experts"


def test_a_verb_in_ing_is_no_speaker() -> None:
    text = "Addressing claims of a rift, Mayor Lotte Bergh said that the council was united."
    assert speakers(text) == ["Lotte Bergh"]
