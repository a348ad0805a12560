from __future__ import annotations

import socket

import pytest

from sayso.collect.addresses import checked, is_public, resolve
from sayso.errors import CollectError


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_public_addresses_are_public_in_whatever_form(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "::127.0.0.1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
        "2606:2800:220:1::1%2",
        "not an address",
    ],
)
def test_no_other_address_is_in_whatever_form(address: str) -> None:
    assert not is_public(address)


def test_one_private_address_spoils_a_host() -> None:
    with pytest.raises(CollectError, match=r"E206.*10\.0\.0\.7"):
        checked("weir.example", 80, lambda host, port: ["93.184.216.34", "10.0.0.7"], allow_private=False)


def test_private_addresses_may_be_allowed() -> None:
    assert checked("weir.example", 80, lambda host, port: ["10.0.0.7"], allow_private=True) == ["10.0.0.7"]


def test_a_name_that_leads_nowhere_is_told() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(CollectError, match=r"E207.*Name or service not known"):
        checked("weir.example", 80, unknown, allow_private=False)
    with pytest.raises(CollectError, match="E207"):
        checked("weir.example", 80, lambda host, port: [], allow_private=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1"])
def test_odd_spellings_of_an_address_are_what_the_system_makes_of_them(host: str) -> None:
    with pytest.raises(CollectError, match=r"E20[67]"):
        checked(host, 80, resolve, allow_private=False)
