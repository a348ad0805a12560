"""Which network addresses a URL may lead to: those of the public internet, and no other, in whatever form.

Sources: IANA special-purpose address registries (RFC 6890); RFC 4291 (IPv4-mapped), RFC 3056 (6to4), RFC 6052 (NAT64).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from sayso.errors import CollectError

__all__ = ["Resolve", "checked", "is_public", "resolve"]

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host, in order of preference. Raises OSError."""

UNICAST = IPv6Network("2000::/3")
"""The only IPv6 addresses in public use; the rest is local, reserved, or carries something else."""

NAT64 = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows a host by."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Is this an address of the public internet? An IPv4 address carried in an IPv6 one is looked at itself.

    >>> is_public("93.184.216.34"), is_public("::ffff:127.0.0.1")
    (True, False)
    """
    try:
        number = ip_address(address)
    except ValueError:
        return False
    carried = _carried(number)
    if carried is not None:
        number = carried
    if isinstance(number, IPv6Address) and (number not in UNICAST or number.scope_id):
        return False
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)


def _carried(number: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to an IPv6 address end at: mapped, 6to4, NAT64."""
    if isinstance(number, IPv4Address):
        return None
    if number in NAT64:
        return IPv4Address(int(number) & 0xFFFF_FFFF)
    return number.ipv4_mapped or number.sixtofour


def checked(host: str, port: int, find: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses of a host, each of which may be connected to. One that may not be spoils them all.

    Raises CollectError E206 where one is not public, E207 where there is none.
    """
    try:
        found = list(find(host, port))
    except (OSError, UnicodeError) as error:
        raise CollectError("E207", f"the name {host!r} leads to no address: {error}") from error
    if not found:
        raise CollectError("E207", f"the name {host!r} leads to no address")
    private = [address for address in found if not is_public(address)]
    if private and not allow_private:
        raise CollectError("E206", f"{host!r} leads to {private[0]}, which is no public address")
    return found
