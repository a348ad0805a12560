"""JSON with positions agrees with Python's reader, and every string leads back to how it was spelled."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.json_positions import JsonArray, JsonObject, JsonScalar, JsonText, JsonValue, scan
from sayso.model import decode
from tests.collect.reading import ODD_TEXT

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)


def plain(value: JsonValue | None) -> Any:
    match value:
        case JsonObject():
            return {name: plain(member) for name, member in value.members.items()}
        case JsonArray():
            return [plain(item) for item in value.items]
        case JsonText():
            return value.text
        case JsonScalar():
            return json.loads(value.text)
    return None


def text_of(document: str) -> JsonText:
    value = scan(document).value
    assert isinstance(value, JsonText)
    return value


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_reads_what_json_reads(value: Any, ensure_ascii: bool, indent: int | None) -> None:
    found = scan(json.dumps(value, ensure_ascii=ensure_ascii, indent=indent))
    assert found.whole
    assert plain(found.value) == value


@given(ODD_TEXT, st.booleans())
def test_every_run_of_a_string_spells_its_text(text: str, ensure_ascii: bool) -> None:
    document = json.dumps(text, ensure_ascii=ensure_ascii).replace("/", "\\/")
    aligned = text_of(document).aligned().check(len(document))
    assert aligned.text == text
    for run in aligned.runs:
        assert decode(document[run.raw_start : run.raw_end], ["json"]) == text[run.start : run.end]


def test_a_surrogate_pair_is_one_character_from_twelve() -> None:
    aligned = text_of(r'"ok \ud83d\ude00!"').aligned()
    assert aligned.text == "ok 😀!"
    assert aligned.raw(3, 4) == (4, 16)


@pytest.mark.parametrize("document", [r'"a\ud83d"', r'"a\ude00"', r'"a\ud83dA"'[:-2] + '"'])
def test_a_lone_surrogate_becomes_the_replacement_character(document: str) -> None:
    assert text_of(document).text == text_of(document).aligned().text == "a\ufffd"


def test_of_members_with_one_name_the_last_counts() -> None:
    found = scan('{"text": "first", "text": "second"}').value
    assert plain(found) == {"text": "second"}


def test_raw_line_breaks_and_trailing_commas_are_let_pass() -> None:
    assert plain(scan('{"text": "one\r\ntwo",}').value) == {"text": "one\r\ntwo"}


@pytest.mark.parametrize("number", ["1e999", "-0", "9" * 50_000, "1.5E+3", "NaN", "-Infinity"])
def test_numbers_stay_as_written(number: str) -> None:
    assert plain_text(scan(f'{{"n": {number}}}').value) == number


def plain_text(value: JsonValue | None) -> str:
    assert isinstance(value, JsonObject)
    member = value.get("n")
    assert isinstance(member, JsonScalar)
    return member.text


@pytest.mark.parametrize(
    "document", ['{"a": "b', '{"a": tru', '["a", ]"', '{"a" "b"}', "[1 2]", r'["\x"]', "[}", '{"a":}', "{,}", ""]
)
def test_what_is_no_json_is_not_whole(document: str) -> None:
    found = scan(document)
    assert not found.whole or document[found.end :]


def test_a_break_leaves_what_stands_before_it() -> None:
    found = scan('[{"text": "one"}, {"text": "two"}, {"text": "thr')
    assert not found.whole
    assert isinstance(found.value, JsonArray)
    assert [item.whole for item in found.value.items if isinstance(item, JsonObject)] == [True, True, False]


@pytest.mark.parametrize("nest", ["[", '{"a":', '[{"a":'])
def test_a_million_brackets_are_refused_at_once(nest: str) -> None:
    found = scan(nest * 1_000_000)
    assert found.too_deep
    assert found.end < 5_000
