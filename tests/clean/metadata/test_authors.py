"""Names taken out of bylines."""

from __future__ import annotations

import pytest

from sayso.clean.metadata.authors import clean_names, is_organisation, is_person, name_key


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Mara Vell", ["Mara Vell"]),
        ("By Mara Vell", ["Mara Vell"]),
        ("BY MARA VELL AND OSSIP DAHL", ["MARA VELL", "OSSIP DAHL"]),
        ("Von Jana Brück und Uwe Ost", ["Jana Brück", "Uwe Ost"]),
        ("Par Luc Aubert et Anne Roy", ["Luc Aubert", "Anne Roy"]),
        ("Mara Vell, Ossip Dahl and Ines Cole", ["Mara Vell", "Ossip Dahl", "Ines Cole"]),
        ("Mara Vell, Ossip Dahl, and Ines Cole", ["Mara Vell", "Ossip Dahl", "Ines Cole"]),
        ("Mara Vell; Ossip Dahl", ["Mara Vell", "Ossip Dahl"]),
        ("By Mara Vell, Political Editor", ["Mara Vell"]),
        ("Mara Vell Political Editor", ["Mara Vell"]),
        ("Mara Vell | Updated 3 May 2026 10:15", ["Mara Vell"]),
        ("By Mara Vell · January 7, 2026", ["Mara Vell"]),
        ("Posted on 15 January 2026 by Mara K.", ["Mara K."]),
        ("Mara Vell (Reuters)", ["Mara Vell"]),
        ("Mara Vell @maravell mara@rell.example", ["Mara Vell"]),
        ("Mara Vell in Karva", ["Mara Vell"]),
        ("Ian Dole, Jr.", ["Ian Dole, Jr."]),
        ("Dr. Mara Vell", ["Dr. Mara Vell"]),
        ("Harbour Desk", ["Harbour Desk"]),
        ("Associated Press", ["Associated Press"]),
        ("신현주 기자", ["신현주"]),
        ("Mara &amp; Ossip Dahl", ["Mara", "Ossip Dahl"]),
    ],
)
def test_names_are_cleaned_of_what_stands_around_them(said: str, names: list[str]) -> None:
    assert list(clean_names(said)) == names


@pytest.mark.parametrize(
    "said",
    [
        "",
        "By",
        "von",
        "admin",
        "https://rell.example/a/7",
        "mara@rell.example",
        "mara-vell",
        "3 min read",
        "12 March 2026",
    ],
)
def test_what_names_nobody_gives_no_name(said: str) -> None:
    assert clean_names(said) == ()


def test_desks_and_agencies_are_told_from_persons() -> None:
    assert is_organisation("Harbour Desk")
    assert is_organisation("AFP")
    assert is_organisation("rellpost.example")
    assert is_person("Mara Vell")
    assert not is_person("Staff Reporter")


def test_names_compare_without_case_and_marks() -> None:
    assert name_key("O’Hara, Séan") == name_key("OHARA SÉAN")
