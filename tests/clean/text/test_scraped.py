"""Pages scraped to text: the page's own repetitions give title, authors, day and outlet."""

from collections.abc import Sequence

from sayso.clean.text import TextPage, text_page
from tests.clean.text.judges import Pages, Verdict, labels, methods, texts, values

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


class Told:
    """A labeller that says of each line what the test says."""

    def __init__(self, *labels: str) -> None:
        self.labels = labels

    def looks_flattened(self, lines: Sequence[str]) -> bool:
        return True

    def label_lines(self, lines: Sequence[str]) -> list[Verdict]:
        return [Verdict(label, 0.9) for label in self.labels]


NEWS = "The harbour at Sel was shut on Monday after a mine drifted into the channel, its master said."


def test_a_title_that_the_labeller_knows_needs_few_words_of_the_prose() -> None:
    page = text_page(
        f"Ann Roe keeps her berth\nTom Vale\nPublished: 4 March 2026, 11:20\nUpdated: 5 March 2026\n{NEWS}\n",
        labeller=Told("title", "nav", "date", "date", "body"),
    )
    assert values(page, "title") == ["Ann Roe keeps her berth"]
    assert (values(page, "published"), values(page, "author")) == (["2026-03-04T11:20"], ["Tom Vale"])


def test_author_and_day_may_stand_above_the_headline() -> None:
    page = text_page(
        f"Tom Vale\nMarch 4, 2026\nNews\nNo Comments\nMine drifted into channel at Sel\n{NEWS}\n",
        labeller=Told("nav", "date", "nav", "comment", "other", "body"),
    )
    assert values(page, "title") == ["Mine drifted into channel at Sel"]
    assert (values(page, "published"), values(page, "author")) == (["2026-03-04"], ["Tom Vale"])


def test_a_caption_and_a_lead_elsewhere_are_no_text_whatever_the_labeller_says() -> None:
    page = text_page(
        f"Boats wait off Sel. Photo: Ann Roe / Karva Post\n{NEWS}\nAlso Read | Oil slick reaches Karva\n",
        labeller=Told("subhead", "body", "body"),
    )
    assert texts(page) == [NEWS]
