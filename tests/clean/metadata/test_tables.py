"""The data tables of the room: each holds what the code expects of it."""

from __future__ import annotations

import pytest

from sayso.clean.metadata.tables import table, words
from sayso.clean.metadata.weigh import weight


def test_meta_elements_speak_of_known_fields() -> None:
    fields = table("fields")["meta"]
    assert set(fields.values()) <= {"title", "author", "published", "modified", "outlet", "language", "url"}
    assert all(name == name.lower() for name in fields)


def test_every_field_weighs_any_method() -> None:
    for field in ("title", "author", "published", "outlet"):
        assert weight(field, "a method nobody has heard of") > 0


def test_a_method_s_own_weight_goes_before_that_of_its_prefix() -> None:
    assert weight("published", "html.time.elsewhere") < weight("published", "html.time")
    assert weight("published", "meta.anything") == table("reliability")["published"]["meta.*"]


def test_a_list_of_words_is_nothing_else() -> None:
    with pytest.raises(TypeError, match="not a list of words"):
        words("fields", "meta")
