"""On the sports page sides attack, shoot and are beaten, and nobody is hurt; a crime beside a pitch is still one."""

from __future__ import annotations

import pytest

from tests.extract.events.reading import roots_of, told

MATCHES = (
    """The champions attacked from the start. The winger shot wide, the goalkeeper saved twice, and the striker struck
    the bar. The coach defended his team after the match.""",
    """United attacked the champions, and the midfielder scored a goal before the referee ended the match with a
    penalty. The striker was sent off in the second half.""",
    """Kenya beat Uganda on Monday. The striker scored a goal in the first half, the goalkeeper saved a penalty, and
    the midfielder hit the post. The coach praised the team, and the referee ended the match.""",
)


@pytest.mark.parametrize("text", [" ".join(text.split()) for text in MATCHES])
def test_a_report_of_a_match_tells_of_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thousands watched the match. Police arrested three men after the match.",
        "Gunmen attacked the bus of a football team near Olmar on Monday.",
        "Rebels shelled the stadium of Olmar on Monday, killing two players.",
    ],
)
def test_violence_around_a_match_is_told(text: str) -> None:
    assert roots_of(text) in (["COERCE"], ["ASSAULT"])


def test_a_battle_in_the_words_of_a_game_is_still_one() -> None:
    assert roots_of("The rebels attacked the convoy. It was a game to them, the mayor said.") == ["ASSAULT"]
