"""Articles on the same happenings are found; the same actors in another week are another story."""

import random
from itertools import combinations

import pytest

from sayso.reconcile.records import Page
from sayso.reconcile.stories import STORY_THRESHOLD, keys_of, likeness, stories_in, view_of

SHELLING = (
    "Mortar rounds fell on the village of Tarva on Tuesday, killing a schoolteacher, Lord Mayor Ana Rovik said. "
    "The army of Ostland denied having fired. Two barns burned down, and the school was closed."
)
AGAIN = (
    "A schoolteacher died when mortar rounds hit Tarva on Tuesday. Ostland denied that its army had fired. "
    "Ana Rovik, the Lord Mayor, counted two barns burned down near the school."
)
LATER = (
    "The army of Ostland freed nine fishermen of Tarva on Friday. Lord Mayor Ana Rovik met them on the quay. "
    "Ostland denied having beaten them; their boats and nets were kept in the harbour of Port Selm."
)


def page(name: str, text: str, published: str = "2026-01-07", title: str = "") -> Page:
    return Page(name, name, published, "", title, text, (), "")


def alike(one: Page, other: Page) -> float:
    return likeness(view_of(one), view_of(other))


def test_two_tellings_of_one_shelling_are_alike() -> None:
    assert alike(page("a", SHELLING), page("b", AGAIN, "2026-01-08")) > STORY_THRESHOLD


def test_another_week_of_the_same_dispute_is_less_alike() -> None:
    first, later = page("a", SHELLING), page("b", LATER, "2026-01-24")
    assert alike(first, later) < STORY_THRESHOLD < alike(first, page("c", AGAIN))


def test_likeness_fades_with_the_days_between() -> None:
    days = ("2026-01-07", "2026-01-08", "2026-01-12", "2026-01-20", "2026-06-01")
    scores = [alike(page("a", SHELLING), page("b", SHELLING.replace("Tuesday", "night"), day)) for day in days]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0


def test_an_undated_article_loses_nothing() -> None:
    assert alike(page("a", SHELLING), page("b", AGAIN, "")) > STORY_THRESHOLD


def test_likeness_is_symmetric_and_at_most_one() -> None:
    views = [view_of(page(name, text)) for name, text in (("a", SHELLING), ("b", AGAIN), ("c", LATER))]
    assert all(likeness(one, other) == likeness(other, one) for one, other in combinations(views, 2))
    assert all(0.97 < likeness(view, view) < 1.03 for view in views)


def test_articles_of_one_story_share_a_key_whatever_is_dated() -> None:
    first = set(keys_of(view_of(page("a", SHELLING))))
    assert first & set(keys_of(view_of(page("b", AGAIN, "2026-01-09"))))
    assert set(keys_of(view_of(page("a", SHELLING, "")))) & set(keys_of(view_of(page("b", AGAIN, ""))))


def test_keys_are_few() -> None:
    assert len(keys_of(view_of(page("a", SHELLING)))) <= 70


def test_stories_are_groups_of_ids_and_do_not_depend_on_the_order() -> None:
    pages = {"a": page("a", SHELLING), "b": page("b", AGAIN), "c": page("c", LATER, "2026-01-24")}
    ids = list(pages)
    for seed in range(4):
        random.Random(seed).shuffle(ids)
        assert stories_in({one: view_of(pages[one]) for one in ids}) == [["a", "b"], ["c"]]


def test_a_component_of_very_many_is_cut_where_it_is_thin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.reconcile.stories._MOST", 3)
    pages = {"a": SHELLING, "b": SHELLING, "c": LATER, "d": LATER}
    views = {one: view_of(page(one, text)) for one, text in pages.items()}
    edges = {pair: max(likeness(views[pair[0]], views[pair[1]]), 0.21) for pair in combinations(views, 2)}
    assert stories_in(views, edges) == [["a", "b"], ["c", "d"]]


def test_an_empty_article_is_a_story_of_its_own() -> None:
    empty = view_of(page("a", ""))
    assert keys_of(empty) == []
    assert stories_in({"a": empty, "b": view_of(page("b", SHELLING))}) == [["a"], ["b"]]


@pytest.mark.parametrize("title", ["", "Shells hit Tarva"])
def test_a_view_holds_whole_weights(title: str) -> None:
    view = view_of(page("a", SHELLING, title=title))
    assert all(isinstance(value, int) and 1 <= value <= 255 for value in view.terms.values())
