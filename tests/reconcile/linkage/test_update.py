"""Linkage gives the same edges and groups however a pile came to be what it is."""

import pickle
import zlib
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.linkage import BOTH, LEFT, RIGHT, Given, Grouping, Inner, Key, LinkageStore, Match, Space, update
from sayso.reconcile.linkage.store import packed, unpacked


def likeness(one: Any, other: Any) -> Any:
    shared = len(set(one) & set(other)) / max(1, len(set(one) | set(other)))
    if shared > 0.2:
        yield Match("same", forward=True, score=shared)
    if one[:1] > other[:1]:
        yield Match("over", forward=True, score=1.0, why="later letter")
    elif one[:1] < other[:1]:
        yield Match("over", forward=False, score=1.0, why="later letter")


def keys(part: Any) -> Any:
    return lambda view: [Key(letter, part(view)) for letter in view]


LETTERS = Space("letters", keys(lambda _: BOTH), likeness, cap=3, groupings=(Grouping("letters", "same", 0.4),))
SIDES = Space("sides", keys(lambda view: LEFT if len(view) > 1 else RIGHT), likeness, cap=4)
SPACES = (LETTERS, SIDES)


def documents(words: Any) -> Any:
    out = []
    for at, (first, second) in enumerate(words):
        rows = ((f"r{at}a", first), (f"r{at}b", second))
        out.append(Given(f"d{at}", first + second, rows, (Inner("letters", f"r{at}a", f"r{at}b", "same", 0.5),)))
    return out


def state(store: Any) -> Any:
    names = dict(store.connection.execute("SELECT number, id FROM rows"))
    edges = store.connection.execute("SELECT * FROM edges").fetchall()
    first = {names[n]: names[store.first_of("letters", n)] for n in names}
    return sorted((space, names[a], names[b], *rest) for space, a, b, *rest in edges), first


_WORDS = st.lists(st.tuples(st.text("abcdef", max_size=4), st.text("abcdef", max_size=3)), min_size=1, max_size=7)


@given(words=_WORDS, order=st.randoms(use_true_random=False), steps=st.integers(1, 4))
def test_a_pile_that_grew_is_the_pile_at_once(words: Any, order: Any, steps: Any) -> None:
    given_all = documents(words)
    once = LinkageStore(None, "1")
    update(once, SPACES, given_all, ())
    shuffled = list(given_all)
    order.shuffle(shuffled)
    grown = LinkageStore(None, "1")
    for at in range(steps):
        update(grown, SPACES, shuffled[at::steps], ())
    assert state(grown) == state(once)


@given(words=_WORDS, extra=_WORDS)
def test_what_went_leaves_no_trace(words: Any, extra: Any) -> None:
    kept, passing = documents(words), [one._replace(document_id=f"x{one.document_id}") for one in documents(extra)]
    passing = [one._replace(rows=tuple((f"x{name}", view) for name, view in one.rows), inner=()) for one in passing]
    store, plain = LinkageStore(None, "1"), LinkageStore(None, "1")
    update(plain, SPACES, kept, ())
    update(store, SPACES, kept[:1], ())
    update(store, SPACES, passing, ())
    update(store, SPACES, kept[1:], ())
    update(store, SPACES, (), [one.document_id for one in passing])
    assert state(store) == state(plain)
    assert store.digests() == plain.digests()


@given(words=_WORDS, extra=_WORDS)
def test_rows_whose_group_changed_are_told(words: Any, extra: Any) -> None:
    store = LinkageStore(None, "1")
    update(store, SPACES, documents(words), ())
    before = state(store)[1]
    more = [
        Given(f"x{one.document_id}", "", tuple((f"x{name}", view) for name, view in one.rows))
        for one in documents(extra)
    ]
    change = update(store, SPACES, more, ())
    names = dict(store.connection.execute("SELECT number, id FROM rows"))
    after, told = state(store)[1], {names[number] for number in change.rows}
    assert {row for row in before if before[row] != after[row]} <= told
    assert {f"x{name}" for one in documents(extra) for name, _ in one.rows} <= told


def test_a_key_that_too_many_bear_ties_nobody() -> None:
    store = LinkageStore(None, "1")
    update(store, (LETTERS,), [Given(f"d{at}", "", ((f"r{at}", "a"),)) for at in range(4)], ())
    assert state(store)[0] == []
    update(store, (LETTERS,), (), ["d0"])
    assert len(state(store)[0]) == 3


def test_a_store_of_another_version_is_made_anew(tmp_path: Any) -> None:
    path = tmp_path / "work.sqlite"
    store = LinkageStore(path, "1")
    update(store, SPACES, documents([("ab", "b")]), ())
    store.commit()
    store.close()
    again = LinkageStore(path, "1")
    assert set(again.digests()) == {"d0"}
    again.close()
    newer = LinkageStore(path, "2")
    assert newer.digests() == {}
    newer.close()
    path.write_bytes(b"no database")
    LinkageStore(path, "2").close()


class _Stranger(NamedTuple):
    name: str


def test_a_store_from_a_stranger_runs_no_code() -> None:
    assert unpacked(packed(("a", 1, b"c"))) == ("a", 1, b"c")
    for bad in (print, _Stranger("x"), pickle.Unpickler):
        with pytest.raises(pickle.UnpicklingError, match="not a record"):
            unpacked(zlib.compress(pickle.dumps(bad)))
