"""Feet: credits, contacts, end marks, signatures and quoted replies are labelled and kept out of the text."""

import pytest

from sayso.clean.text.tables import examples, fits
from sayso.clean.text.trailers import rights_holder
from tests.clean.text.judges import labels, plain, texts, values

BODY = "The harbour was shut on Monday, its master said.\n\n“We found a mine,” he said.\n\n"


def test_a_credit_line_names_the_authors_and_is_no_text() -> None:
    page = plain(BODY + "(Reporting by Ann Roe in Sel and Tom Vale in Port Karva)\n")
    assert values(page, "author") == ["Ann Roe", "Tom Vale"]
    assert labels(page) == ["body", "body", "credit"]


@pytest.mark.parametrize("mark", ["- END -", "ENDS", "###", "-30-", "(END)"])
def test_what_stands_below_an_end_mark_is_trailer(mark: str) -> None:
    page = plain(BODY + f"{mark}\nNotes for editors\nThe port was built in 1911.\n")
    assert len(page.paragraphs) == 2


def test_a_mark_between_sections_of_a_long_text_ends_nothing_and_is_no_paragraph() -> None:
    page = plain(BODY + "###\n\n" + BODY * 40)
    assert len(page.paragraphs) == 2 + 80
    assert "rule" in labels(page)


def test_the_word_end_in_prose_ends_nothing() -> None:
    assert len(plain(BODY + "It ends here.\n").paragraphs) == 3


def test_the_owner_named_in_a_copyright_line_is_the_outlet() -> None:
    page = plain(BODY + "© 2026 The Karva Herald. All rights reserved.\n")
    assert values(page, "outlet") == ["The Karva Herald"]
    assert rights_holder("© 2019-2026 Karva Media Group Ltd. All rights reserved.") is None


def test_where_and_when_it_was_printed() -> None:
    page = plain(BODY + "Published in The Karva Herald, May 4th, 2025\n")
    assert values(page, "outlet") == ["The Karva Herald"]
    assert values(page, "published") == ["2025-05-04"]


def test_contacts_in_the_middle_of_a_text_stay() -> None:
    body = BODY + "Tel: +1 555 0100\n\n" + BODY
    assert "Tel: +1 555 0100" in texts(plain(body))


MAIL = """Hi Tom,

the harbour stays shut, the master told me, "until every mine is gone".

Ann

--\x20
Ann Roe
+1 555 0100

On Mon, 5 Jan 2026 at 10:02, Tom Vale <tom@example.org> wrote:
> Any word from the master?
> He said on Friday that he would speak.
"""


def test_a_mail_loses_its_signature_and_what_it_quotes() -> None:
    page = plain(MAIL)
    assert texts(page)[-1] == "Ann"
    assert labels(page)[-6:] == ["signature"] * 3 + ["reply"] * 3


def test_all_below_an_original_message_mark_is_reply() -> None:
    page = plain(BODY + "-----Original Message-----\nFrom: Tom\nSent: Monday\nTo: Ann\n\nAny word?\n")
    assert len(page.paragraphs) == 2


def test_that_somebody_wrote_something_on_a_day_is_prose() -> None:
    body = "On Monday the master wrote:\n“The harbour is shut.”\n"
    assert len(plain(body).paragraphs) == 2


def test_a_mail_that_is_all_quotation_keeps_it() -> None:
    assert len(plain("> The harbour is shut.\n> It was a mine.\n").paragraphs) == 2


@pytest.mark.parametrize(("name", "pattern", "example"), examples())
def test_every_pattern_matches_its_example(name: str, pattern: str, example: str) -> None:
    assert fits(name, example)


def test_what_somebody_sends_on_is_the_article_and_his_note_is_not() -> None:
    head = "FYI\n\n---------- Forwarded message ---------\nFrom: Karva Radio <a@karva.example>\n"
    page = plain(head + "Date: Sun, Feb 22, 2026 at 6:00 PM\nSubject: Harbour shut\n\n" + BODY)
    assert texts(page) == [BODY.split("\n\n")[0], BODY.split("\n\n")[1]]
    assert values(page, "title") == ["Harbour shut"]
    assert {datum.method for datum in page.metadata if datum.field == "title"} == {"text.forwarded"}


@pytest.mark.parametrize(
    "foot",
    ["👉 Subscribe: @karva_alerts", "#Karva #mines", "For information media. Not an official record.", "ar/tv/lee"],
)
def test_calls_tags_and_initials_at_the_foot_are_no_text(foot: str) -> None:
    assert len(plain(BODY + foot + "\n").paragraphs) == 2


def test_the_name_may_stand_before_the_sign_of_the_copyright() -> None:
    holder = rights_holder("Karva Post © 2026")
    assert holder is not None
    assert holder.value == "Karva Post"
