"""What copies of an article are known by, and which articles are compared."""

from __future__ import annotations

from sayso.reconcile.records import Page
from sayso.reconcile.traces import keys_of, pairs_of, trace_of


def quoted(text: str) -> list[str]:
    trace = trace_of(Page("a", "d", "", "", "", text, (), ""))
    words = zip(trace.words.start, trace.words.end, trace.quoted, strict=True)
    return [text[start:end] for start, end, inside in words if inside]


def test_words_in_quotation_marks_are_marked() -> None:
    assert quoted('“We rest here,” Ana said. "Now."') == ["We", "rest", "here", "Now"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    assert quoted("“We rest.\n\n“We eat,” Ana said.") == ["We", "rest", "We", "eat"]


def test_a_mark_that_nothing_closes_opens_nothing() -> None:
    assert quoted('The "harbour master of Tarn slept on.') == []


def test_keys_are_of_the_article_alone() -> None:
    page = Page("a", "d", "2024-05-01", "Tarn Daily", "", "Divers pulled nine cellos from the hold", (), "")
    other = page._replace(id="b", published="", outlet="")
    assert keys_of(trace_of(page)).tolist() == keys_of(trace_of(other)).tolist()


def test_the_articles_of_a_key_are_all_compared() -> None:
    assert list(pairs_of([("", "c"), ("2024", "b"), ("2023", "a")])) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_of_a_crowd_each_is_compared_with_the_first_ones() -> None:
    members = [(f"2024-05-01T00:{number // 60:02}:{number % 60:02}", f"a{number:03}") for number in range(300)]
    pairs = set(pairs_of(members))
    assert len(pairs) < 12 * 300
    assert all(("a000", name) in pairs for _, name in members[1:])
    assert pairs == set(pairs_of(reversed(members)))
