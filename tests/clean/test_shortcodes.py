"""Codes of plugins are cut out of prose; brackets that editors write stay."""

import pytest

from sayso.clean.page import main_text

PROSE = "The ford at Arlo was shut on Monday, the mayor said."


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in main_text(source, fragment=True).paragraphs]


@pytest.mark.parametrize(
    "source",
    [
        f"[vc_row][vc_column_text]{PROSE}[/vc_column_text][/vc_row]",
        f"<p>[dropcap]T[/dropcap]{PROSE[1:]}</p>",
        f'<p>[highlight color="red"]{PROSE}[/highlight]</p>',
    ],
)
def test_codes_around_prose_are_no_part_of_it(source: str) -> None:
    assert texts(source) == [PROSE]


def test_an_editor_s_bracket_is_kept() -> None:
    line = "“They [the carters] was [sic] told,” the mayor said."
    assert texts(f"<p>{line}</p>") == [line]


@pytest.mark.parametrize(
    "code",
    ['[caption id="a" width="3"]<img src="x"> The ford at dusk[/caption]', "[embed]https://video.example/a[/embed]"],
)
def test_what_a_code_holds_may_be_no_prose_either(code: str) -> None:
    assert texts(f"<p>{PROSE}</p>{code}") == [PROSE]


def test_blank_lines_part_paragraphs_where_elements_are_few() -> None:
    assert texts(f"{PROSE}\n\nHe gave no date.\n\nNobody asked him.<p>The mayor went home in the rain.</p>") == [
        PROSE,
        "He gave no date.",
        "Nobody asked him.",
        "The mayor went home in the rain.",
    ]
