"""Heads: what is title, byline, day or letterhead, and what is the first sentence of prose."""

import pytest

from tests.clean.text.judges import labels, methods, plain, texts, values

LEAD = "The harbour at Sel was shut on Monday after a mine drifted into the channel, its master said."
PROSE = f"\n\n{LEAD}\n\nHe gave no date.\n"


@pytest.mark.parametrize(
    "title",
    [
        "HARBOUR AT SEL SHUT; MASTER GIVES NO DATE",
        "Harbour at Sel Shut After Mine Drifts Into Channel",
        "Mine shuts harbour at Sel for second time in a week",
        "Will the Harbour Open Again?",
    ],
)
def test_a_line_that_stands_above_prose_without_a_full_stop_is_the_title(title: str) -> None:
    page = plain(title + PROSE)
    assert values(page, "title") == [title]
    assert labels(page) == ["title", "body", "body"]
    assert page.metadata[0].raw == (0, len(title))


@pytest.mark.parametrize(
    "first",
    [
        "The harbour at Sel is shut.",
        "Who laid the mine? Nobody at the harbour will say.",
        "Who laid the mine that shut the harbour?",
        "Ladies and gentlemen",
        "Mr President,",
        "Dear colleagues",
        "1. The harbour is shut",
        "By Wednesday evening the harbour was open again, its master said.",
    ],
)
def test_the_first_words_of_prose_and_speeches_are_no_title(first: str) -> None:
    page = plain(first + PROSE)
    assert values(page, "title") == []
    assert texts(page)[0] == first


def test_a_title_over_two_lines_is_one_title() -> None:
    page = plain("MINE SHUTS HARBOUR AT SEL\nFOR SECOND TIME IN A WEEK" + PROSE)
    assert values(page, "title") == ["MINE SHUTS HARBOUR AT SEL FOR SECOND TIME IN A WEEK"]


def test_a_wrapped_first_sentence_is_not_cut_off_as_a_title() -> None:
    first = "Mines Found In The Channel Off Sel This Week And In The Week Before Have Led"
    body = f"{first}\nthe harbour master to shut the port.\n"
    assert values(plain(body), "title") == []


def test_a_rubric_above_the_title_is_a_header() -> None:
    page = plain("WORLD NEWS\nMine shuts harbour at Sel for second time" + PROSE)
    assert values(page, "title") == ["Mine shuts harbour at Sel for second time"]
    assert labels(page)[0] == "header"


def test_the_name_of_a_paper_above_the_title_is_the_outlet() -> None:
    page = plain("The Karva Herald\n\nMine shuts harbour at Sel for second time" + PROSE)
    assert values(page, "outlet") == ["The Karva Herald"]
    assert values(page, "title") == ["Mine shuts harbour at Sel for second time"]


def test_the_label_of_an_agency_above_the_title_is_a_header() -> None:
    page = plain(
        "KARVA-PORTS/MINES (UPDATE 2)\nMine shuts harbour at Sel for second time\n(Adds reaction)\n\nBy Ann Roe" + PROSE
    )
    assert values(page, "title") == ["Mine shuts harbour at Sel for second time"]
    assert labels(page)[:4] == ["header", "title", "header", "byline"]


def test_a_byline_that_names_nobody_gives_no_author() -> None:
    page = plain("Mine shuts harbour at Sel\nBy a staff reporter" + PROSE)
    assert values(page, "author") == []
    assert labels(page)[1] == "byline"


def test_the_head_of_a_saved_mail_is_no_text() -> None:
    page = plain(
        "From: ann@example.org\nTo: tom@example.org\nSubject: Mine at Sel\nDate: Sun, 4 May 2025 09:14:00 +0000" + PROSE
    )
    assert values(page, "title") == ["Mine at Sel"]
    assert len(page.paragraphs) == 2


def test_marks_of_markdown_are_no_part_of_a_title() -> None:
    page = plain("# Mine shuts harbour at Sel\n\n*By Ann Roe, 4 May 2025*" + PROSE)
    assert values(page, "title") == ["Mine shuts harbour at Sel"]
    assert values(page, "author") == ["Ann Roe"]


def test_a_summary_between_title_and_byline_stays_in_the_text() -> None:
    page = plain(
        "Mine Shuts Harbour at Sel\nIts master gave no date. Fishermen are angry.\n\nBy Ann Roe\n\nMay 4, 2025" + PROSE
    )
    assert values(page, "title") == ["Mine Shuts Harbour at Sel"]
    assert texts(page)[0] == "Its master gave no date. Fishermen are angry."
    assert values(page, "author") == ["Ann Roe"]


def test_a_name_in_capitals_with_a_colon_under_a_title_is_a_byline() -> None:
    page = plain("Mine Shuts Harbour at Sel\nANN MARY ROE:" + PROSE)
    assert values(page, "author") == ["Ann Mary Roe"]
    assert labels(page)[:2] == ["title", "byline"]


def test_a_speaker_of_a_transcript_is_no_byline() -> None:
    said = (
        "SPOKESPERSON: The harbour stays shut, I am sorry to say.\nQUESTION: Until when?\nSPOKESPERSON: I cannot say.\n"
    )
    body = f"Briefing at the Harbour Office\n\n{said}"
    page = plain(body)
    assert values(page, "author") == []
    assert texts(page)[0].startswith("SPOKESPERSON: ")


def test_a_role_or_a_recurring_name_above_its_words_is_no_byline() -> None:
    said = f"ANN ROE:\n{LEAD}\nTOM VALE:\nUntil when?\nANN ROE:\nI cannot say.\n"
    body = f"Briefing at the Harbour Office\n{said}"
    assert "ANN ROE:" in texts(plain(body))


def test_a_name_alone_between_title_and_day_is_a_byline() -> None:
    page = plain("Mine Shuts Harbour at Sel\nAnn Roe in Sel\n4 May 2025" + PROSE)
    assert values(page, "author") == ["Ann Roe"]
    assert values(page, "published") == ["2025-05-04"]


def test_head_fields_give_their_values() -> None:
    page = plain(
        "Title: Mine shuts harbour\nSource: The Karva Herald\nAuthor: Ann Roe and Tom Vale\nDate: 4 May 2025\nURL: https://example.org/1"
        + PROSE
    )
    assert values(page, "title") == ["Mine shuts harbour"]
    assert values(page, "outlet") == ["The Karva Herald"]
    assert values(page, "author") == ["Ann Roe", "Tom Vale"]
    assert values(page, "published") == ["2025-05-04"]
    assert values(page, "url") == ["https://example.org/1"]
    assert set(methods(page, "published")) == {"text.head-field"}


def test_a_day_further_down_is_text() -> None:
    body = "We set out from Sel." + PROSE * 3 + "\n4 May 2025\n\nWe saw the mine at noon, off the third buoy.\n"
    page = plain(body)
    assert values(page, "published") == []
    assert "4 May 2025" in texts(page)


def test_a_text_of_nothing_but_head_lines_keeps_them() -> None:
    assert len(plain("By Ann Roe\n4 May 2025").paragraphs) == 2


def test_an_agency_s_label_of_a_later_take_is_no_part_of_the_title() -> None:
    page = plain("UPDATE 2-Mine shuts harbour at Sel, master says" + PROSE)
    assert values(page, "title") == ["Mine shuts harbour at Sel, master says"]


def test_a_dateline_on_a_line_of_its_own_names_the_agency_and_is_no_title() -> None:
    page = plain("Sel, February 13, NORWIRE" + PROSE)
    assert (values(page, "title"), values(page, "outlet")) == ([], ["NORWIRE"])
    assert texts(page)[0] == LEAD


def test_a_source_line_may_give_the_day_too() -> None:
    page = plain("Mine shuts harbour at Sel\nSource: Norwire    2026-02-10 21:14:36" + PROSE)
    assert values(page, "outlet") == ["Norwire"]
    assert values(page, "published") == ["2026-02-10T21:14:36"]


def test_a_day_that_may_be_two_is_no_text_and_no_day() -> None:
    page = plain("Mine shuts harbour at Sel\n\n03/04/2026" + PROSE)
    assert (values(page, "published"), texts(page)[0]) == ([], LEAD)


def test_an_author_may_stand_before_the_day_on_its_line() -> None:
    page = plain("Mine shuts harbour at Sel\nAnn Roe · 8 March 2026" + PROSE)
    assert (values(page, "author"), values(page, "published")) == (["Ann Roe"], ["2026-03-08"])


def test_an_author_with_a_place_may_stand_above_the_day() -> None:
    page = plain("Mine shuts harbour at Sel\nAnn Roe, Karva\n8 March 2026" + PROSE)
    assert values(page, "author") == ["Ann Roe"]


def test_the_agency_below_a_byline_is_no_text() -> None:
    page = plain("Mine shuts harbour at Sel\nBy ANN ROE\nAssociated Karva Press" + PROSE)
    assert texts(page)[0] == LEAD


def test_lines_of_an_archive_above_the_body_are_no_text_and_name_the_paper() -> None:
    head = "Mine shuts harbour at Sel\nMarch 6, 2026 Friday\nCopyright 2026 Karva Post All Rights Reserved\n"
    page = plain(head + "Length: 412 words\nByline: Ann Roe\nBody" + PROSE)
    assert (values(page, "outlet"), texts(page)[0]) == (["Karva Post"], LEAD)


def test_a_menu_is_no_title() -> None:
    assert values(plain("News | Opinion | Life | Archive" + PROSE), "title") == []
