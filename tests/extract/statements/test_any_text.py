"""Whatever a text is made of, reading it ends, and what is found stands inside it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.statements import attributions

WORDS = (
    "said says told denied condemns accused of that the The a and And but he she they it He We Ministry minister of "
    "Colonel Ana Roth Merrin 's on Monday according to According rejected claim claims not no did would if who which "
    "would-be Mr Mr. spokesman for asked whether why to will must called calls deal urged on d an f r"
)
MARKS = ", . “ ” \" ' ‘ ’ : ; – - ( ) ? ! '' `` « » 1."
TEXTS = st.lists(st.sampled_from([*WORDS.split(), *WORDS.split(), *MARKS.split(), "\n\n"]), max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([" ", "", "\n"]))
def test_every_finding_stands_inside_the_text(words: list[str], between: str) -> None:
    text = between.join(words)
    found = attributions(text)
    for number, row in enumerate(found):
        assert row.content
        for start, end in (*row.content, *filter(None, (row.source, row.cue))):
            assert 0 <= start < end <= len(text)
        assert row.nested_in is None or (row.nested_in != number and 0 <= row.nested_in < len(found))
        assert 0 < row.confidence <= 1


def test_a_connector_may_be_the_last_word() -> None:
    assert isinstance(attributions("r w t condemns he e f as d an d,and"), list)
