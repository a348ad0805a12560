"""The brief as one page: it stands alone, runs nothing, and hostile text stays text."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from sayso.ledger import Ledger
from sayso.report import Brief, Selection, brief_of
from sayso.report.html_file import html
from tests.report.small_ledger import HOSTILE


@pytest.fixture(scope="module")
def page(brief: Brief) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html(brief))


def test_the_page_runs_and_fetches_nothing(page: lxml_html.HtmlElement, brief: Brief) -> None:
    assert not page.xpath("//script | //img | //iframe | //object | //form | //link | //@src | //@onclick | //@onerror")
    assert all(str(target).startswith("#") for target in page.xpath("//@href"))
    assert "default-src 'none'" in html(brief)
    assert "url(" not in html(brief)
    assert "@import" not in html(brief)


def test_hostile_text_is_shown_as_text(page: lxml_html.HtmlElement) -> None:
    shown = page.text_content()
    assert "<script>alert(1)</script> [here](javascript:alert(1))" in shown
    assert HOSTILE not in shown, "what steers is marked"
    assert "\u202e" not in shown
    assert "\x1b" not in shown


def test_every_note_is_linked_there_and_back(page: lxml_html.HtmlElement, brief: Brief) -> None:
    ids = [str(one) for one in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(target)[1:] for target in page.xpath("//@href")} <= set(ids)
    assert sum(one.startswith("note") and one != "notes" for one in ids) == len(brief.notes)


def test_both_sides_stand_beside_each_other(page: lxml_html.HtmlElement) -> None:
    sides = page.xpath("//section[@id='claimed']//div[@class='sides']/div[@class='side']/h4/text()")
    assert [str(one) for one in sides] == ["Who says so", "Who denies it, or says what cannot also be so"]


def test_the_page_is_made_for_paper_too(brief: Brief) -> None:
    assert "@media print" in html(brief)


def test_an_empty_brief_says_so(ledger: Ledger) -> None:
    assert "Nothing in this ledger answers what was asked for." in html(brief_of(ledger, Selection(since="2031")))


def test_tags_are_balanced(brief: Brief) -> None:
    text = html(brief)
    for tag in ("section", "div", "ul", "li", "ol", "p", "dl", "bdi", "q", "b", "sup", "a", "span", "h2", "h3", "h4"):
        assert len(re.findall(rf"<{tag}[ >]", text)) == text.count(f"</{tag}>"), tag
