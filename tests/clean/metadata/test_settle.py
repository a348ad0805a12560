"""The cross-check of everything that readers found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.clean.metadata import page_metadata, settle
from sayso.model import Metadatum


def published(*said: tuple[str, str]) -> str | None:
    return settle([Metadatum("published", value, method) for method, value in said], text="").published


def outlet(*said: tuple[str, str], url: str | None = None) -> str | None:
    return settle([Metadatum("outlet", value, method) for method, value in said], text="", url=url).outlet


def authors(*said: tuple[str, str], house: str = "Rell Post") -> tuple[str, ...]:
    found = [Metadatum("author", value, method) for method, value in said]
    return settle([*found, Metadatum("outlet", house, "meta.og:site_name")], text="").authors


def test_a_date_keeps_its_time_and_zone() -> None:
    assert published(("meta.article:published_time", "2026-01-07T18:10:00+07:00")) == "2026-01-07T18:10:00+07:00"


def test_the_finest_of_agreeing_dates_is_chosen_and_the_others_agree() -> None:
    known = settle(
        [
            Metadatum("published", "2026-01-07", "url.path"),
            Metadatum("published", "2026-01-07T18:10:00Z", "jsonld.datePublished"),
        ],
        text="",
    )
    assert (known.published, known.published_precision) == ("2026-01-07T18:10:00+00:00", "second")
    assert [m.standing for m in known.metadata] == ["agrees", "chosen"]


def test_a_date_far_from_all_others_loses_and_is_recorded_as_a_conflict() -> None:
    known = settle(
        [
            Metadatum("published", "2026-01-07", "jsonld.datePublished"),
            Metadatum("published", "2026-01-07", "html.time"),
            Metadatum("published", "2019-03-01", "html.date"),
        ],
        text="",
    )
    assert known.published == "2026-01-07"
    assert known.metadata[2].standing == "conflicts"


def test_sources_of_equal_reliability_that_contradict_each_other_leave_it_unknown() -> None:
    assert published(("meta.dc.date", "2026-01-07"), ("meta.pubdate", "2024-05-01")) is None


def test_the_date_that_is_also_one_of_change_gives_way_to_the_earlier() -> None:
    found = [
        Metadatum("published", "2026-01-07", "meta.dc.date"),
        Metadatum("published", "2026-03-02", "meta.pubdate"),
        Metadatum("modified", "2026-03-02", "meta.lastmod"),
    ]
    assert settle(found, text="").published == "2026-01-07"


def test_a_day_of_change_alone_is_no_day_of_publication() -> None:
    assert settle([Metadatum("modified", "2026-03-02", "jsonld.dateModified")], text="").published is None


def test_the_local_date_of_a_post_goes_before_the_one_in_utc() -> None:
    assert (
        published(("wordpress.date_gmt", "2026-01-06T23:30:00Z"), ("wordpress.date", "2026-01-07T06:30:00"))
        == "2026-01-07T06:30:00"
    )


def test_the_offset_of_the_place_is_taken_from_a_statement_of_the_same_moment() -> None:
    said = ("jsonld.datePublished", "2026-01-08T03:28:35Z"), ("html.time", "2026-01-07T22:28:35-05:00")
    assert published(*said) == "2026-01-07T22:28:35-05:00"


def test_a_local_clock_beside_a_moment_in_utc_tells_the_offset() -> None:
    said = ("jsonld.datePublished", "2026-01-08T03:28:35Z"), ("meta.sailthru.date", "2026-01-07 22:28:35")
    assert published(*said) == "2026-01-07T22:28:35-05:00"


def test_times_outside_the_article_alone_are_not_taken_for_its_own() -> None:
    assert published(("html.time.elsewhere", "2026-01-07"), ("html.time.elsewhere", "2026-01-05")) is None


def test_a_month_is_not_made_a_day() -> None:
    known = settle([Metadatum("published", "2026-01", "url.path")], text="")
    assert (known.published, known.published_precision) == ("2026-01", "month")


def test_an_ambiguous_numeric_date_is_read_by_the_declared_locale_only() -> None:
    day = Metadatum("published", "03/04/2026", "meta.date")
    assert settle([day], text="").published is None
    assert settle([day, Metadatum("language", "de", "html.lang")], text="").published == "2026-04-03"


def test_the_headline_is_what_most_sources_give_without_the_name_of_the_site() -> None:
    known = settle(page_metadata("<title>Gate reopens &#8211; Karva Mirror</title><h1>Gate reopens</h1>"), text="")
    assert (known.title, known.outlet) == ("Gate reopens", "Karva Mirror")


def test_a_dash_within_a_headline_is_kept() -> None:
    known = settle([Metadatum("title", "Gate shut - again - for a week", "html.h1")], text="")
    assert known.title == "Gate shut - again - for a week"


def test_the_name_of_an_outlet_is_cut_from_its_tagline() -> None:
    assert outlet(("meta.og:site_name", "Rell Post | News from the river")) == "Rell Post"


def test_a_spelled_out_name_goes_before_one_that_reads_like_a_host() -> None:
    assert outlet(("meta.og:site_name", "rellpost.example"), ("jsonld.publisher", "Rell Post")) == "Rell Post"


def test_addresses_and_handles_are_no_name_and_a_host_alone_is_not_guessed_from() -> None:
    assert (
        outlet(("meta.article:publisher", "https://social.example/rellpost"), url="https://rellpost.example/x") is None
    )


def test_a_desk_that_signs_with_the_name_of_the_host_names_the_outlet() -> None:
    known = settle(
        [Metadatum("author", "Rell Post newsroom", "wordpress.author")], text="", url="https://rellpost.example/?p=1"
    )
    assert (known.outlet, known.authors) == ("Rell Post", ("Rell Post newsroom",))


def test_persons_go_before_the_outlet_s_own_name() -> None:
    assert authors(("jsonld.author", "Rell Post"), ("html.byline", "By Mara Vell")) == ("Mara Vell",)
    assert authors(("jsonld.author", "Rell Post"), ("jsonld.author", "Mara Vell")) == ("Mara Vell",)


def test_a_desk_or_an_agency_is_kept_where_nobody_else_is_named() -> None:
    assert authors(("jsonld.author", "Associated Press")) == ("Associated Press",)
    assert authors(("meta.author", "Rell Post")) == ("Rell Post",)


def test_authors_keep_their_order_and_are_named_once() -> None:
    assert authors(
        ("jsonld.author", "Ossip Dahl"), ("jsonld.author", "Mara Vell"), ("jsonld.author", "OSSIP DAHL")
    ) == (
        "Ossip Dahl",
        "Mara Vell",
    )


def test_the_language_of_the_text_goes_before_the_declared_one() -> None:
    text = "Der Minister sagte am Montag, dass das Tor am Fluss geschlossen bleibt, bis die Minen geräumt sind."
    known = settle([Metadatum("language", "en", "html.lang")], text=text)
    assert known.language == "de"
    assert known.metadata[0].standing == "conflicts"


def test_nothing_found_is_all_unknown() -> None:
    known = settle([], text="")
    assert (known.title, known.authors, known.published, known.outlet, known.language) == (None, (), None, None, None)


FIELDS = st.sampled_from(["title", "author", "published", "modified", "outlet", "language", "url"])
METHODS = st.sampled_from(
    ["jsonld.author", "meta.date", "html.byline", "html.title", "feed.pubdate", "text.byline", "odd.method", "url.path"]
)
VALUES = st.text(max_size=30) | st.sampled_from(
    ["2026-01-07", "2026-01-08T01:00Z", "--01-07", "2026", "03/04/2026", "Mara - Vell | X", "en"]
)


@given(st.lists(st.builds(Metadatum, FIELDS, VALUES, METHODS), max_size=8), st.text(max_size=80))
def test_every_statement_is_kept_and_at_most_one_date_and_title_is_chosen(found: list[Metadatum], text: str) -> None:
    known = settle(found, text=text, url="https://rell.example/a")
    assert {(m.field, m.value, m.method) for m in found} <= {(m.field, m.value, m.method) for m in known.metadata}
    for field in ("title", "published", "outlet"):
        chosen = {id(m) for m in known.metadata if m.field == field and m.standing == "chosen"}
        assert len(chosen) <= 1 or len({id(m) for m in found}) < len(found)


def test_a_name_that_a_dateline_puts_before_the_author_is_the_outlet_if_the_page_repeats_it() -> None:
    source = (
        "<h1>Gate reopens</h1><div class='dateline'>Karva Frontier &bull; Mara Vell &bull; 11 February 2026</div>"
        "<p>Karva Frontier uses cookies.</p><b>Also on Karva Frontier</b>"
    )
    assert settle(page_metadata(source), text="").outlet == "Karva Frontier"


def test_the_first_byline_speaks_for_the_article_and_later_ones_for_others() -> None:
    later = "<div>More reading</div>" + "<p>Other news of the day.</p>" * 200
    source = f"<h1>Gate</h1><p class='byline'>Mara Vell</p>{later}<p class='byline'>Ossip Dahl</p>"
    assert settle(page_metadata(source), text="").authors == ("Mara Vell",)
