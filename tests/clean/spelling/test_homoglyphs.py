"""Look-alike letters are read as Latin in Latin text; other languages, units and formulas stay as they are."""

import pytest

from sayso.clean.spelling import repairs
from sayso.clean.spelling.lookalikes import all_latin, is_foreign, lookalikes


def read_words(text: str) -> list[str]:
    return [one.replacement for one in repairs(text)]


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("T\u0430liban", "Taliban"),
        ("\u0410fghanistan", "Afghanistan"),
        ("att\u0430\u0441ks", "attacks"),
        ("\u0405\u0443ri\u0430n", "Syrian"),
        ("milit\u03b1nts", "militants"),
        ("s\u0585ldiers", "soldiers"),
        ("Q\u0430rmezov", "Qarmezov"),
        ("\u0422\u0422\u0420", "TTP"),
        ("ａｔｔａｃｋｓ", "attacks"),
        ("𝐚𝐭𝐭𝐚𝐜𝐤", "attack"),
        ("ﬁghters", "fighters"),
        ("ᴀttack", "attack"),
    ],
)
def test_a_disguised_word_in_english_text_is_read_in_latin(token: str, word: str) -> None:
    assert read_words(f"The group known as {token} said so on Monday.") == [word]


@pytest.mark.parametrize(
    "token", ["СВО", "Київ", "(раса)", "10 μm", "kΩ", "β-blocker", "№5", "Samsung™", "25℃", "𝑥", "ⅩⅣ"]
)
def test_terms_of_other_scripts_units_and_formulas_stay(token: str) -> None:
    assert read_words(f"The group known as {token} said so on Monday.") == []


def test_a_sentence_in_russian_is_no_disguise() -> None:
    assert read_words("В Москве сказали, что расе и хору это не нужно: ТТР.") == []


def test_an_unlisted_acronym_is_read_where_the_text_has_it_in_latin_too() -> None:
    assert read_words("The BOPX met. \u0412\u041e\u0420\u0425 agreed on Monday.") == ["BOPX"]
    assert read_words("The council met. \u0412\u041e\u0420\u0425 agreed on Monday.") == []


@pytest.mark.parametrize("strength", ["exact", "near"])
def test_the_table_leads_from_other_letters_to_single_latin_ones(strength: str) -> None:
    for char, letter in lookalikes(strength).items():
        assert not char.isascii()
        assert letter.isascii()
        assert len(letter) == 1
        assert is_foreign(char) or all_latin(char)
