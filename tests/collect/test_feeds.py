"""RSS and Atom: full content, whatever it is wrapped in; what the feed says of each item; hostile XML."""

import html

import pytest
from hypothesis import given as drawn

from tests.collect.reading import ODD_TEXT, codes, given, only, reads_of, values

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ost Watch</title><link>https://ostwatch.example/</link><language>en-GB</language>
<item><title>Gate &amp;amp; bridge stay &#8216;shut&#8217;</title><link>https://ostwatch.example/gate</link>
<dc:creator><![CDATA[Ana Roth]]></dc:creator><pubDate>Wed, 04 Mar 2026 09:00:00 +0700</pubDate>
<guid isPermaLink="false">https://ostwatch.example/?p=7</guid>
<description>They said no. [&amp;#8230;]</description>
<c:encoded><![CDATA[<p>They said &#8220;no&#8221;.</p>]]></c:encoded></item>
<item><title>Talks</title><guid>https://ostwatch.example/talks</guid>
<description>&lt;p&gt;It&amp;#8217;s over.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="text">Ost Watch</title><author><name>The desk</name></author>
<entry><title type="html">Gate &lt;b&gt;shut&lt;/b&gt;</title><id>tag:ostwatch.example,2026:7</id>
<link rel="edit" href="https://ostwatch.example/edit"/><link href="https://ostwatch.example/gate?a=1&amp;b=2"/>
<author><name>Ana Roth</name></author><author><name>Leo Marsh</name></author>
<published>2026-03-04T09:00:00+07:00</published><updated>2026-03-05T09:00:00Z</updated>
<summary>Shut.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They said &#8220;no&#8221;.</p></div></content>
</entry><entry><title>Talks</title><updated>2026-03-06T09:00:00Z</updated><summary>It&amp;#8217;s over.

Twice.</summary></entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Ost Watch</title></channel>
<item rdf:about="y"><title>Gate</title>
<link>https://ostwatch.example/gate</link><description>They said no.</description>
<dc:date>2026-03-04</dc:date><dc:creator>Ana Roth</dc:creator><dc:language>en</dc:language></item></rdf:RDF>"""


def test_an_item_is_a_draft_of_its_full_content_whatever_the_prefix() -> None:
    reads = reads_of(RSS.encode())
    draft = reads.drafts[0]
    assert (reads.form, reads.media_type, codes(reads)) == ("feed", "application/rss+xml", [])
    assert draft.body.text == "<p>They said &#8220;no&#8221;.</p>"
    assert (draft.form, draft.codecs, draft.complete, draft.url) == ("html", (), True, "https://ostwatch.example/gate")


def test_an_item_says_what_the_feed_says_of_it() -> None:
    draft = reads_of(RSS.encode()).drafts[0]
    assert values(draft, "title") == ["Gate & bridge stay ‘shut’"]
    assert values(draft, "author") == ["Ana Roth"]
    assert values(draft, "published") == ["2026-03-04T09:00:00+07:00"]
    assert given(draft, "feed.channel") == "Ost Watch"
    assert values(draft, "language") == ["en"]


def test_every_value_leads_to_the_stretch_that_shows_it() -> None:
    places = {found.method: RSS[slice(*found.raw)] for found in reads_of(RSS.encode()).drafts[0].given if found.raw}
    assert places["feed.author"] == "Ana Roth"
    assert places["feed.pubdate"] == "Wed, 04 Mar 2026 09:00:00 +0700"
    assert places["feed.channel"] == "Ost Watch"


def test_a_description_stands_in_marked_incomplete() -> None:
    draft = reads_of(RSS.encode()).drafts[1]
    assert (draft.body.text, draft.codecs, draft.complete) == ("<p>It&#8217;s over.</p>", ("xml",), False)
    assert draft.url == "https://ostwatch.example/talks"


def test_atom_with_xhtml_is_read_as_it_stands() -> None:
    reads = reads_of(ATOM.encode())
    draft = reads.drafts[0]
    assert reads.media_type == "application/atom+xml"
    assert "<p>They said &#8220;no&#8221;.</p>" in draft.body.text
    assert (draft.form, draft.codecs, draft.complete) == ("html", (), True)
    assert draft.url == "https://ostwatch.example/gate?a=1&b=2"
    assert values(draft, "author") == ["Ana Roth", "Leo Marsh"]
    assert (values(draft, "title"), values(draft, "outlet")) == (["Gate shut"], ["Ost Watch"])
    assert values(draft, "published") == ["2026-03-04T09:00:00+07:00"]
    assert values(draft, "modified") == ["2026-03-05T09:00:00+00:00"]


def test_atom_text_that_is_escaped_twice_is_spelled_out() -> None:
    draft = reads_of(ATOM.encode()).drafts[1]
    assert (draft.form, draft.body.text, draft.codecs) == ("text", "It’s over.\n\nTwice.", ("xml", "html"))
    assert (draft.complete, values(draft, "author"), values(draft, "published")) == (False, ["The desk"], [])


def test_rss_1_is_read() -> None:
    reads = reads_of(RDF.encode())
    draft = only(reads)
    assert (reads.media_type, draft.body.text) == ("application/rdf+xml", "They said no.")
    assert (values(draft, "published"), values(draft, "outlet")) == (["2026-03-04"], ["Ost Watch"])


def test_the_outlet_of_a_gathered_feed_is_the_source_of_the_item() -> None:
    item = "<source url='x'>Varnau Post</source><author>a@b.example (Ana Roth)</author><description>No.</description>"
    draft = only(reads_of(f"<rss><channel><title>All the news</title><item>{item}</item></channel></rss>".encode()))
    assert values(draft, "outlet") == ["Varnau Post", "All the news"]
    assert values(draft, "author") == ["Ana Roth"]


def test_markup_that_nobody_escaped_is_read_as_it_stands() -> None:
    draft = only(reads_of(b"<rss><item><description><p>They said no.<br>Twice.</p></description></item></rss>"))
    assert (draft.form, draft.body.text) == ("html", "<p>They said no.<br>Twice.</p>")


def test_content_elsewhere_or_of_other_kinds_is_not_read() -> None:
    entry = "<entry><content type='image/png'>iVBORw0K</content><summary>They said no.</summary></entry>"
    assert only(reads_of(f"<feed>{entry}</feed>".encode())).body.text == "They said no."


def test_an_item_without_text_is_named() -> None:
    reads = reads_of(b"<rss><item><title>Gate</title></item><item><description>No.</description></item></rss>")
    assert (len(reads.drafts), codes(reads)) == (1, ["E304"])
    assert "item 1" in reads.problems[0].message


def test_a_feed_cut_short_keeps_its_whole_items() -> None:
    reads = reads_of(RSS[: RSS.index("It&amp;#8217;s")].encode())
    assert (len(reads.drafts), codes(reads)) == (1, ["E303"])
    assert "items kept: 1" in reads.problems[0].message


def test_entities_of_a_document_type_are_never_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 30))
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l0 "ha">{laughs}]>'
    reads = reads_of(f"{doctype}<rss><item><description>&x; &l29; said no.</description></item></rss>".encode())
    assert [draft.body.text for draft in reads.drafts] == ["&x; &l29; said no."]
    assert codes(reads) == ["E307"]


def test_a_million_nested_tags_keep_the_items_before() -> None:
    reads = reads_of(b"<rss><item><description>No.</description></item>" + b"<a>" * 1_000_000)
    assert (len(reads.drafts), codes(reads)) == (1, ["E307"])


def test_a_feed_without_items_says_so() -> None:
    assert codes(reads_of(b"<rss><channel><title>Ost Watch</title></channel></rss>")) == ["E304"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@drawn(text=ODD_TEXT)
def test_every_character_of_an_item_comes_back(codec: str, text: str) -> None:
    for wrapped in (html.escape(text), f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"):
        document = f"<rss><channel><item><content:encoded>{wrapped}</content:encoded></item></channel></rss>"
        assert only(reads_of(document.encode(codec))).body.text == text
