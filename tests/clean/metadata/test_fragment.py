"""The outlet in the body of a post: what feeds sign with, and the name that the address spells."""

from sayso.clean.metadata import fragment_metadata


def values(source: str, url: str | None = None) -> list[str]:
    return [given.value for given in fragment_metadata(source, url=url)]


def test_a_feed_signs_with_the_name_of_the_site() -> None:
    assert values("<p>The post Ford shut appeared first on <a href='x'>Arlo Courier</a>.</p>") == ["Arlo Courier"]


def test_a_name_that_the_host_spells_is_the_site_s() -> None:
    assert values("<p>Ada Noor told Arlo Courier that it was over.</p>", "https://www.arlocourier.example/2026/x") == [
        "Arlo Courier"
    ]


def test_an_address_or_another_name_is_no_outlet() -> None:
    assert values("<p>Write to desk@arlocourier.example or to the Courier.</p>", "https://arlocourier.example/x") == []
