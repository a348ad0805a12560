"""E-mail: the part a person reads, its transfer encoding undone, headers as metadata, many messages in one file."""

import binascii
from email.message import EmailMessage

import pytest
from hypothesis import given as drawn

from sayso.collect.read import source_text
from tests.collect.reading import ODD_TEXT, codes, only, reads_of, values

HEAD = """From: Ana Roth <ana@ostwatch.example>
To: list@ostwatch.example
Subject: Gate stays shut
Date: Wed, 04 Mar 2026 09:00:00 +0700
"""
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n“No,” they said.\n\n> Was it shut?\nYes.\n"


def test_a_plain_message_keeps_the_offsets_of_its_document() -> None:
    reads = reads_of(PLAIN.encode())
    draft = only(reads)
    assert (reads.form, reads.media_type) == ("mail", "message/rfc822")
    assert (draft.form, draft.body.text, draft.part) == ("text", "“No,” they said.\n\n> Was it shut?\nYes.\n", "")
    assert PLAIN[slice(*draft.body.raw(1, 4))] == "No,"


def test_headers_are_metadata_with_their_place() -> None:
    draft = only(reads_of(PLAIN.encode()))
    found = {metadatum.method: (metadatum.value, PLAIN[slice(*metadatum.raw or (0, 0))]) for metadatum in draft.given}
    assert found == {
        "mail.from": ("Ana Roth", "Ana Roth <ana@ostwatch.example>"),
        "mail.subject": ("Gate stays shut", "Gate stays shut"),
        "mail.date": ("2026-03-04T09:00:00+07:00", "Wed, 04 Mar 2026 09:00:00 +0700"),
    }


def test_encoded_and_folded_headers_are_spelled_out() -> None:
    sender = "From: =?utf-8?q?=C3=89lodie_Stra=C3=9Fe?= <e@x.example>"
    subject = "Subject: =?utf-8?b?4oCcTm/igJ0=?= she\r\n said"
    draft = only(reads_of(f"{sender}\r\n{subject}\r\n\r\nThey said no.".encode()))
    assert (values(draft, "author"), values(draft, "title")) == (["Élodie Straße"], ["“No” she said"])


@pytest.mark.parametrize(
    "sender", ["ana@ostwatch.example", "<ana@ostwatch.example>", "", "ana@x.example, leo@x.example"]
)
def test_an_address_names_nobody(sender: str) -> None:
    assert values(only(reads_of(f"From: {sender}\nSubject: Gate\n\nThey said no.".encode())), "author") == []


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_transfer_encoding_makes_a_part_of_its_own(encoding: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ana Roth <ana@x.example>", "Gate"
    message.set_content("“No,” they said — in Varnau.\n", cte=encoding)
    data = message.as_bytes()
    reads = reads_of(data)
    draft = only(reads)
    assert (draft.body.text, draft.part) == ("“No,” they said — in Varnau.\n", "message=1;part=1")
    assert source_text(data, reads.encoding, draft.part) == draft.body.text


def _both(plain: str, page: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ana Roth <ana@x.example>", "Gate"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    message.add_attachment("An attached note that is much longer than the message itself. " * 20, filename="n.txt")
    return message.as_bytes()


def test_the_plain_part_is_read_where_it_is_substantial() -> None:
    draft = only(reads_of(_both("They said no.\nThen they left.\n", "<p>They said no.</p><p>Then they left.</p>")))
    assert (draft.form, draft.body.text) == ("text", "They said no.\nThen they left.\n")


def test_the_page_is_read_where_the_plain_part_only_points_to_it() -> None:
    draft = only(reads_of(_both("View in browser.\n", "<p>They said no, and then they left the hall.</p>" * 9)))
    assert draft.form == "html"
    assert draft.body.text.startswith("<p>They said no")


def test_a_wrong_charset_in_a_part_loses_against_its_bytes() -> None:
    head = "From: a@x.example\nSubject: Gate\nContent-Type: text/plain; charset=us-ascii\n\n"
    assert only(reads_of((head + "“No,” they said.").encode())).body.text == "“No,” they said."


def test_a_mailbox_is_many_drafts() -> None:
    box = b"".join(
        b"From ana@x.example Wed Mar  4 09:00:00 2026\n"
        + HEAD.encode()
        + b"Content-Type: text/plain; charset="
        + rest
        + b"\n\n"
        for rest in (
            b"utf-8\n\n\xe2\x80\x9cOne.\xe2\x80\x9d\nFrom here on they said no.\n>From the start.",
            b"utf-8\nContent-Transfer-Encoding: base64\n\n" + binascii.b2a_base64("“Two.”".encode()),
            b"windows-1252\n\n\x93Three.\x94",
        )
    )
    reads = reads_of(box)
    assert (reads.form, codes(reads)) == ("mbox", [])
    texts = [draft.body.text.strip() for draft in reads.drafts]
    assert texts == ["“One.”\nFrom here on they said no.\n>From the start.", "“Two.”", "“Three.”"]
    assert reads.drafts[1].part == "message=2;part=1"
    assert all(values(draft, "title") == ["Gate stays shut"] for draft in reads.drafts)


def test_a_message_without_text_is_named() -> None:
    head = "From: a@x.example\nSubject: Gate\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K"
    assert codes(reads_of(head.encode())) == ["E304"]


def test_parts_nested_without_end_are_a_problem_not_a_crash() -> None:
    nest = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(5_000))
    assert codes(reads_of(f"From: a@x.example\nSubject: Gate\n{nest}".encode())) == ["E307"]


@pytest.mark.parametrize("subject", ["=?utf-8?b?!!!?=", "=?nonsense?q?No?=", "=?utf-8?q?=E2=80?=", "=?" * 200, "\0\1"])
def test_a_damaged_subject_is_no_crash(subject: str) -> None:
    head = f"From: a@x.example\nSubject: {subject}\n\n"
    assert only(reads_of(f"{head}{'They said no. ' * 5}".encode())).body.text.startswith("They said no.")


def test_a_part_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        source_text(PLAIN.encode(), "utf-8", "message=9;part=1")


@drawn(ODD_TEXT)
def test_every_character_of_a_part_comes_back(text: str) -> None:
    head = b"From: a@x.example\nSubject: Gate\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
    quoted = binascii.b2a_qp(text.encode(), istext=False)
    for name, body in (
        (b"base64", binascii.b2a_base64(text.encode())),
        (b"quoted-printable", quoted),
        (b"8bit", text.encode()),
    ):
        assert only(reads_of(head + name + b"\n\n" + body)).body.text == text
