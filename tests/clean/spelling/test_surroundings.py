"""What stands around a token decides whether its look-alike letters are a disguise."""

from sayso.clean.spelling.surroundings import Surroundings


def around(text: str, token: str) -> Surroundings:
    start = text.index(token)
    return Surroundings(text, start, start + len(token))


def test_words_around_are_latin_or_not() -> None:
    assert around("the \u0422\u0422\u0420 said", "\u0422\u0422\u0420").are_latin()
    assert not around("группа \u0422\u0422\u0420 сказала", "\u0422\u0422\u0420").are_latin()


def test_brackets_and_quotation_marks_make_a_gloss() -> None:
    assert around("race (раса) here", "раса").make_a_gloss()
    assert not around("race раса here", "раса").make_a_gloss()
    assert not around("раса", "раса").make_a_gloss()


def test_a_word_is_written_only_as_a_whole() -> None:
    assert around("BOPX met x", "x").write("BOPX")
    assert not around("BOPXY met x", "x").write("BOPX")
