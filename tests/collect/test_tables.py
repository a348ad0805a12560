"""Tables as text: any delimiter, quoted fields with breaks and doubled quotes, positions exact."""

import csv
from io import StringIO

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from sayso.collect.tables import header_of
from tests.collect.reading import ODD_TEXT, codes, only, reads_of, values

DIALECTS = st.sampled_from(
    [(",", csv.QUOTE_ALL), (",", csv.QUOTE_MINIMAL), (";", csv.QUOTE_ALL), ("\t", csv.QUOTE_ALL)]
)


def table(rows: list[list[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


@drawn(st.lists(ODD_TEXT.filter(lambda text: not {"&", "<"} & set(text)), min_size=1, max_size=4), DIALECTS)
def test_every_character_of_every_row_comes_back(texts: list[str], dialect: tuple[str, int]) -> None:
    document = table([["id", "title", "text"], *([str(at), "T", text] for at, text in enumerate(texts))], *dialect)
    reads = reads_of(document.encode())
    assert [draft.body.text for draft in reads.drafts] == texts


def test_a_row_says_what_its_columns_hold() -> None:
    document = table(
        [["Title", "Author", "Date", "Body"], ["Gate", "Ana Roth; Leo Marsh", "2026-03-04", 'He said "no".']]
    )
    draft = only(reads_of(document.encode("utf-16")))
    assert draft.body.text == 'He said "no".'
    assert draft.codecs == ("csv",)
    assert values(draft, "author") == ["Ana Roth", "Leo Marsh"]
    assert values(draft, "published") == ["2026-03-04"]


def test_doubled_quotes_are_one_character_from_two() -> None:
    document = 'title,text\nGate,"He said ""no""."\n'
    draft = only(reads_of(document.encode()))
    at = draft.body.text.index('"')
    assert document[slice(*draft.body.raw(at, at + 1))] == '""'


def test_a_field_without_quotes_is_spelled_as_it_is() -> None:
    draft = only(reads_of(b'title\ttext\nGate\tHe said ""no"" twice.\n'))
    assert (draft.body.text, draft.codecs) == ('He said ""no"" twice.', ())


def test_tabs_leave_quotes_as_they_are() -> None:
    draft = only(reads_of(b'title\ttext\nGate\t"No," he said.\n'))
    assert draft.body.text == '"No," he said.'


def test_a_bad_row_costs_only_itself() -> None:
    document = 'id,text\n1,"They said no."\n2,"He "never" said so."\n3,one,too many\n4,\n5,"They said yes."\n'
    reads = reads_of(document.encode())
    assert [draft.body.text for draft in reads.drafts] == ["They said no.", "They said yes."]
    assert codes(reads) == ["E303", "E303", "E304"]
    assert "row 2 (line 3)" in reads.problems[0].message


def test_lines_are_counted_through_quoted_breaks() -> None:
    reads = reads_of(b'id,text\n1,"They\nsaid\nno."\n2,\n')
    assert "row 2 (line 5)" in reads.problems[0].message


def test_a_table_that_ends_in_open_quotes_keeps_the_rows_before() -> None:
    reads = reads_of(b'id,text\n1,"They said no."\n2,"They sa')
    assert ([draft.body.text for draft in reads.drafts], codes(reads)) == (["They said no."], ["E303"])
    assert "rows kept: 1" in reads.problems[0].message


@pytest.mark.parametrize(
    "text", ["title,votes\nGate,3\n", "text\nThey said no.\n", "Text, however, was agreed.\nThen, they left.\n"]
)
def test_what_has_no_column_of_text_is_no_table(text: str) -> None:
    assert header_of(text) is None


def test_broken_quotes_without_end_are_given_up() -> None:
    reads = reads_of(b'title,text\n"a","b"\n' + b'a,"x""x\n' * 50_000 + b'"" x')
    assert "E303" in codes(reads)
