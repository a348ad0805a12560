"""Pages scraped to text: the page's own repetitions give title, authors, day and outlet."""

from sayso.clean.text import TextPage, text_page
from tests.clean.text.judges import Pages, labels, methods, texts, values

PAGE = """Close Menu
 • Home
 • Harbours
Karva Watch | News from the coast
Home » Mine shuts harbour at Sel, and no date is given
Harbours

Mine shuts harbour at Sel, and no date is given

Ann RoeBy Ann RoeMay 4, 2025No Comments3 Mins Read
Mine shuts harbour at Sel and no date is given
Share
Facebook Twitter

The harbour at Sel was shut on Monday after a mine drifted into the channel.

“We will open it when it is safe to open it,” said the harbour master, Tom Vale.

Related Posts

Fishermen Of Sel Sue The Ministry Over Lost Catch
May 19, 2025
© 2026 Karva Watch. Designed by Webwright.
"""

LEAD = "The harbour at Sel was shut on Monday after a mine drifted into the channel.\n"


def scraped(body: str) -> TextPage:
    return text_page(body, labeller=Pages())


def test_paragraphs_are_the_body_lines_in_order() -> None:
    assert [text[:11] for text in texts(scraped(PAGE))] == ["The harbour", "“We will op"]


def test_the_breadcrumb_and_the_headline_bear_each_other_out() -> None:
    page = scraped(PAGE)
    assert values(page, "title") == ["Mine shuts harbour at Sel, and no date is given"]
    assert methods(page, "title") == ["text.breadcrumb"]
    assert labels(page).count("title") == 2
    raw = page.metadata[0].raw
    assert raw is not None
    assert PAGE[slice(*raw)] == values(page, "title")[0]
    assert PAGE[raw[0] - 2 : raw[0]] == "\n\n"


def test_a_glued_byline_gives_author_and_day() -> None:
    page = scraped(PAGE)
    assert values(page, "author") == ["Ann Roe"]
    assert values(page, "published") == ["2025-05-04"]
    assert methods(page, "published") == ["text.glued-byline"]


def test_days_of_related_posts_never_date_the_page() -> None:
    page = scraped(PAGE.replace("May 4, 2025", ""))
    assert values(page, "published") == []


def test_header_and_footer_agree_on_the_outlet() -> None:
    page = scraped(PAGE)
    assert values(page, "outlet") == ["Karva Watch", "Karva Watch"]
    assert methods(page, "outlet") == ["text.site-header", "text.copyright"]


def test_the_footer_tells_the_site_from_its_tagline() -> None:
    page = scraped(PAGE.replace("Karva Watch | News from the coast", "News from the coast | Karva Watch"))
    assert values(page, "outlet")[0] == "Karva Watch"


def test_a_line_that_stands_twice_and_speaks_of_the_text_is_the_title() -> None:
    page = scraped("\n".join(line for line in PAGE.splitlines() if "Home »" not in line))
    assert methods(page, "title") == ["text.repeated-line"]
    assert values(page, "title")[0].startswith("Mine shuts harbour at Sel")


def test_the_name_of_the_page_is_told_from_its_headline() -> None:
    body = f"Mine shuts harbour at Sel - Karva Watch\nMine shuts harbour at Sel\nBy Ann Roe | 4 May 2025\n{LEAD}"
    page = scraped(body)
    assert values(page, "title") == ["Mine shuts harbour at Sel"]
    assert values(page, "outlet") == ["Karva Watch"]


def test_a_menu_line_that_stands_twice_is_no_title() -> None:
    body = "Sign Up For Free Alerts\nSign Up For Free Alerts\n"
    assert values(scraped(body + LEAD), "title") == []


def test_by_alone_on_a_line_leads_to_the_name_below() -> None:
    body = "Mine shuts the harbour at Sel\nBy\nAnn Roe\n4 May 2025\n"
    page = scraped(body + LEAD)
    assert values(page, "author") == ["Ann Roe"]
    assert values(page, "published") == ["2025-05-04"]
    assert values(page, "title") == ["Mine shuts the harbour at Sel"]
