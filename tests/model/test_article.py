"""A reading is the article's text with its repairs as a layer."""

from sayso.model import Aligned, Article, Reading, Repair


def article(text: str, *repairs: Repair) -> Article:
    return Article("a-1", "d", "x.txt", 1, Aligned.whole(text), repairs=repairs)


def test_extractors_read_the_repaired_words() -> None:
    reading = Reading.of(article("Two att@cks and one 0wner.", Repair(4, 11, "attacks", "swap")))
    assert reading.text == "Two attacks and one 0wner."


def test_evidence_is_the_spelling_of_the_article() -> None:
    source = article("A secu-rity man said so.", Repair(2, 11, "security", "hyphen"))
    reading = Reading.of(source)
    at = reading.text.index("security man")
    start, end = reading.evidence(at, at + len("security man"))
    assert source.text[start:end] == "secu-rity man"


def test_part_of_a_joined_word_stands_on_the_whole_word() -> None:
    source = article("The secu-rity", Repair(4, 13, "security", "hyphen"))
    assert Reading.of(source).evidence(4, 7) == (4, 13)
