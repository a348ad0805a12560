"""Letter swaps and masks: the one word a token clearly stands for, in its case."""

import pytest

from sayso.clean.spelling import repairs
from sayso.clean.spelling.swaps import letters_for, unswapped

SWAPPED = """
att@cks attacks
Att@cks Attacks
ATT@CKS ATTACKS
terr0rist terrorist
b0mbs bombs
m1nes mines
sold1ers soldiers
so1diers soldiers
se1ze seize
sh0t shot
det3ntion detention
Pr0testers Protesters
Landm1ne Landmine
k!lled killed
mi$$iles missiles
$oldiers soldiers
5oldiers soldiers
1srael Israel
8ombing bombing
w@r war
bl00d blood
l34ders leaders
T4liban Taliban
H@MAS HAMAS
N@TO NATO
ceasefir€ ceasefire
¢easefire ceasefire
9overnment government
"""


DESIGNATORS = """
3M F16 A400M T72B3 MiG29 G7 5G 4x4 2nd 21st 1990s H1N1 COVID19 utf8 int32 sha256 AK47s T34s B2B i18n l10n x86 mp3s 10th
5km gr8 b4 word1 attack5 militants2 P!nk amig@s Latin@s kg1 CO2 R2D2 5tops 8orders
"""
WORDS = (
    *("attack", "bombs", "bigger", "conceal", "enemies", "organise", "militants"),
    *("million", "soldiers", "terrorists", "system", "zones", "freezing"),
)


@pytest.mark.parametrize("pair", SWAPPED.strip().split("\n"))
def test_swapped_letters_are_read_back(pair: str) -> None:
    token, word = pair.split()
    assert unswapped(token) == word


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("k*lled", "killed"),
        ("m*rdered", "murdered"),
        ("b*mb", "bomb"),
        ("g#vernment", "government"),
        ("att_cks", "attacks"),
        ("terr~rist", "terrorist"),
        ("sold•ers", "soldiers"),
        ("gover*nment", "government"),
    ],
)
def test_a_mask_is_read_where_one_word_fits_clearly_best(token: str, word: str) -> None:
    assert unswapped(token) == word


@pytest.mark.parametrize("token", ["sh*t", "r*pe", "l*tter", "f**k", "s***t", "d*al", "w*r"])
def test_a_mask_that_several_words_fit_stays(token: str) -> None:
    assert unswapped(token) is None


@pytest.mark.parametrize(
    "token",
    DESIGNATORS.split(),
)
def test_designators_numbers_footnote_marks_and_names_with_signs_stay(token: str) -> None:
    assert repairs(f"Officials named {token} again on Monday.") == ()


def test_a_word_that_two_letters_would_make_stays() -> None:
    assert unswapped("fa1l") is None  # fail or fall


@pytest.mark.parametrize("sign", sorted(letters_for()))
def test_every_sign_of_the_table_is_read_in_some_word(sign: str) -> None:
    disguised = [
        word[:place] + sign + word[place + 1 :]
        for word in WORDS
        for place in range(1, len(word) - 1)
        if word[place] in letters_for()[sign]
    ]
    assert any(unswapped(token) in WORDS for token in disguised)
