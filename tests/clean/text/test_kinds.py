"""What a line is by its own looks."""

from sayso.clean.text.kinds import kind_of, title_strength


def test_kinds_of_head_lines() -> None:
    kinds = {
        "FOR IMMEDIATE RELEASE": "release",
        "No: 12/MFA/2026": "reference",
        "Monday, 4 May 2025 10:22 am": "date",
        "By Ann Roe, The Karva Herald": "byline",
        "Embassy of Karva": "organ",
        "* * *": "rule",
        "Source: Karva Herald": "field",
        "The army said on 4 May 2025 that it would leave": "text",
    }
    assert {line: kind_of(line) for line in kinds} == kinds


def test_strength_of_titles() -> None:
    assert title_strength("Mine Shuts Harbour") == 2
    assert title_strength("Mine shuts the harbour") == 1
    assert title_strength("Mine shuts the harbour;") == 0
