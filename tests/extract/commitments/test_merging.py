"""What one article tells twice is one commitment."""

from __future__ import annotations

from sayso.extract.commitments.merging import told_once
from sayso.model import CommitmentMention, Party
from tests.extract.commitments.reading import read

TEXT = "Kenya will free the captured crew. Later it said the captured crew would be free."
KENYA, CHAD = Party(None, "Kenya"), Party(None, "Chad")


def mention(start: int, end: int, party: Party, confidence: float, kind: str = "assurance") -> CommitmentMention:
    return CommitmentMention(kind, "spoken", (start, end), (party,), confidence=confidence)


def test_the_surer_telling_stays() -> None:
    first, second = mention(0, 33, KENYA, 0.5), mention(50, 80, KENYA, 0.8)
    assert told_once(TEXT, [first, second]) == [second]


def test_what_another_party_promises_is_another_commitment() -> None:
    assert len(told_once(TEXT, [mention(0, 33, KENYA, 0.5), mention(50, 80, CHAD, 0.8)])) == 2


def test_order_does_not_matter() -> None:
    found = [mention(0, 33, KENYA, 0.5), mention(50, 80, KENYA, 0.8), mention(6, 33, CHAD, 0.7, "threat")]
    assert told_once(TEXT, found) == told_once(TEXT, found[::-1])


def test_a_word_and_a_statement_that_tell_the_same_are_one_row() -> None:
    text = "The Kremlin said on Monday that both sides had assured Hanoi that they would return to the table."
    assert len(read(text)) == 1
