"""XML with positions: nothing recurses, nothing declared is expanded, nothing is fetched."""

import html

from hypothesis import given

from sayso.collect.xml_positions import Element, scan_xml
from sayso.model import decode
from tests.collect.reading import ODD_TEXT


def first(document: str) -> Element:
    return scan_xml(document).root.children[0]


@given(ODD_TEXT)
def test_every_run_of_escaped_text_spells_it(text: str) -> None:
    document = f"<a>{html.escape(text)}</a>"
    spelled = first(document).spelled(document)
    spelled.body.check(len(document))
    assert (spelled.body.text, spelled.codecs) == (text, ("xml",))
    for run in spelled.body.runs:
        assert decode(document[run.raw_start : run.raw_end], spelled.codecs) == text[run.start : run.end]


@given(ODD_TEXT)
def test_cdata_stands_as_it_is_even_in_several_sections(text: str) -> None:
    document = f"<a>\n <![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>\n</a>"
    spelled = first(document).spelled(document)
    assert (spelled.body.text, spelled.codecs) == (text, ())


def test_elements_know_their_attributes_and_their_inside() -> None:
    document = "<a href='x>y' rel = \"z\"><b>in</b> & out</a>"
    element = first(document)
    assert element.attributes == {"href": "x>y", "rel": "z"}
    assert element.inner(document).text == "<b>in</b> & out"


def test_an_end_tag_closes_what_was_left_open_inside() -> None:
    tree = scan_xml("<a><br><p>x</a><b/>")
    assert [child.name for child in tree.root.children] == ["a", "b"]
    assert tree.broken is None


def test_declared_entities_stay_as_written() -> None:
    document = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/hosts"> <!-- it\'s -->]><a>&x; &z; &amp;</a>'
    tree = scan_xml(document)
    assert tree.declares_entities
    assert tree.root.children[0].spelled(document).body.text == "&x; &z; &"


def test_what_breaks_off_is_not_whole() -> None:
    tree = scan_xml("<a><b>one</b><c>two")
    assert tree.broken is not None
    assert [child.whole for child in tree.root.children[0].children] == [True, False]


def test_hostile_markup_is_given_up_in_time() -> None:
    for unit in ("<a>", "<!--", "<![CDATA[", '<a """', "<a '", "<?", "<", "&", "</a>"):
        scan_xml("<x>" + unit * 200_000)
