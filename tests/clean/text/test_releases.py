"""Releases: who gave them out, when and under what title."""

from tests.clean.text.judges import plain, texts, values

LEAD = "The harbour at Sel was shut on Monday after a mine drifted into the channel, its master said."
PROSE = f"\n\n{LEAD}\n\nHe gave no date.\n"
RELEASE = """REPUBLIC OF KARVA
Peace and Bread

Ministry of Harbours and Fisheries

No. 7/2025

PRESS RELEASE
Closure of the port of Sel until further notice
Port Karva, 4 May 2025

1. The Ministry announces that the port of Sel is closed to all vessels from
today, following the discovery of a mine in the eastern channel of the port.

2. It calls on fishermen to stay ashore.

- END -
Media enquiries: Press Office, tel. 555 0100
"""


def test_a_press_release_names_who_issued_it_when_and_under_what_title() -> None:
    page = plain(RELEASE)
    assert values(page, "title") == ["Closure of the port of Sel until further notice"]
    assert values(page, "outlet") == ["Ministry of Harbours and Fisheries"]
    assert values(page, "published") == ["2025-05-04"]
    assert {datum.method for datum in page.metadata} == {"text.release-head"}
    assert len(page.paragraphs) == 2
    assert "555" not in " ".join(texts(page))


def test_a_release_may_be_signed_and_dated_below() -> None:
    page = plain(
        "PRESS RELEASE\n\nPort of Sel closed until further notice"
        + PROSE
        + "\nMinistry of Harbours\nPort Karva\n4 May 2025\n"
    )
    assert values(page, "published") == ["2025-05-04"]
    assert values(page, "outlet") == ["Ministry of Harbours"]
    assert len(page.paragraphs) == 2


def test_a_name_that_stands_alone_and_in_the_text_is_the_issuer() -> None:
    head = "Press release\nKarva Sea Rescue\nSel, 4 May 2025\n\nTwo crews lost off Sel\n\n"
    page = plain(f"{head}Karva Sea Rescue mourns two crews.\n")
    assert values(page, "outlet") == ["Karva Sea Rescue"]
    assert values(page, "title") == ["Two crews lost off Sel"]


def test_an_embassy_issues_a_statement_without_title() -> None:
    page = plain("EMBASSY OF KARVA IN NORLAND\n\nPress Statement\n\n4 May 2025" + PROSE)
    assert values(page, "outlet") == ["EMBASSY OF KARVA IN NORLAND"]
    assert values(page, "title") == []


def test_the_issuer_may_stand_below_the_end_mark() -> None:
    page = plain(
        "FOR IMMEDIATE RELEASE\n\nTwo crews lost off Sel" + PROSE + "\n###\n\nAbout Karva Sea Rescue\nWe save lives.\n"
    )
    assert values(page, "outlet") == ["Karva Sea Rescue"]


def test_addresses_between_contacts_of_a_release_are_trailer() -> None:
    foot = "\nFor further information:\nOffice of the Harbour Master\nharbour@example.org\n"
    assert len(plain("PRESS RELEASE\n\nTwo crews lost off Sel" + PROSE + foot).paragraphs) == 2


def test_a_statement_names_its_issuer_in_its_title() -> None:
    page = plain("Statement by the Ministry of Harbours on the mine at Sel\n\n4 May 2025" + PROSE)
    assert values(page, "outlet") == ["Ministry of Harbours"]


FACTS = "\n\nOne of our boats was shot at on Monday.\n\nNobody was hurt, and the boat went home.\n\n"


def test_the_part_of_an_office_that_writes_is_not_who_issues() -> None:
    page = plain("Press Service of the Ministry of Defence\n\nPRESS RELEASE\n\n3 March 2026" + FACTS)
    assert values(page, "outlet") == ["Ministry of Defence"]


def test_a_force_or_an_alliance_issues_releases() -> None:
    page = plain("KARVA DEFENCE FORCE\nPublic Affairs Department\n\nFOR IMMEDIATE RELEASE\n\nBOAT SHOT AT" + FACTS)
    assert values(page, "outlet") == ["KARVA DEFENCE FORCE"]


def test_who_signs_as_spokesman_is_no_outlet_and_the_day_of_signing_is_the_release_s() -> None:
    head = "ALLIANCE OF THE RIDGE\n\nOFFICIAL COMMUNIQUÉ No 14/2026"
    page = plain(head + FACTS + "Ridge camp, 10 February 2026\n\nFor the Staff\nTom Vale\nMilitary Spokesman\n")
    assert values(page, "outlet") == ["ALLIANCE OF THE RIDGE"]
    assert values(page, "published") == ["2026-02-10"]
    assert len(page.paragraphs) == 2


def test_a_briefing_is_given_out_by_the_office_above_it() -> None:
    head = "MINISTRY OF FOREIGN AFFAIRS\n\nDaily Press Briefing\nSel\nMarch 4, 2026\n\n"
    page = plain(head + "MS. VALE: Good afternoon. I have a short statement.\n\nQUESTION: Did you fire?\n")
    assert (values(page, "title"), values(page, "outlet")) == (
        ["Daily Press Briefing"],
        ["MINISTRY OF FOREIGN AFFAIRS"],
    )
