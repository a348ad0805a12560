"""How the tests of the readers read: bytes in, reads out, and the invariant that every run of a body must keep."""

from hypothesis import strategies as st

from sayso.collect.read import Reads, read, source_text
from sayso.model import Document, Draft, Limits, decode

__all__ = ["ODD_TEXT", "codes", "given", "only", "reads_of", "values"]

ODD_TEXT = st.text(
    st.one_of(
        st.sampled_from("abc dé“”‘’ İßﬁ😀👩‍🚀e\u0301\u202e\u00ad\u2028\\/\"'<>&;#,\t\r\n"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\ufffd"),
    ),
    min_size=1,
    max_size=80,
).filter(lambda text: bool(text.strip()))
"""Text with what goes wrong elsewhere: case that changes length, ligatures, surrogate pairs, marks, escapes, breaks."""


def reads_of(data: bytes, media_type: str | None = None, *, uri: str = "pile/odd.bin") -> Reads:
    """The reads of some bytes, every run of every draft checked to decode to exactly what it stands for."""
    reads = read(Document(uri, data, media_type=media_type), Limits())
    for draft in reads.drafts:
        raw = source_text(data, reads.encoding, draft.part)
        draft.body.check(len(raw))
        for run in draft.body.runs:
            stands_for = decode(raw[run.raw_start : run.raw_end], draft.codecs)
            assert stands_for == draft.body.text[run.start : run.end] or not stands_for.strip()
    return reads


def only(reads: Reads) -> Draft:
    """The one draft of a document that holds one article and nothing wrong."""
    assert reads.problems == ()
    (draft,) = reads.drafts
    return draft


def values(draft: Draft, field: str) -> list[str]:
    return [metadatum.value for metadatum in draft.given if metadatum.field == field]


def given(draft: Draft, method: str) -> str | None:
    return next((metadatum.value for metadatum in draft.given if metadatum.method == method), None)


def codes(reads: Reads) -> list[str]:
    return [problem.code for problem in reads.problems]
