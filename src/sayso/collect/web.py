"""A URL in, the page it leads to out, as it was sent; nothing but public addresses is ever connected to.

Every hop of a redirect is checked: the scheme, the lack of credentials, and every address of the host. The connection
goes to exactly the address that was checked, with the name only in the `Host` header and in the TLS handshake, so that
a name that changes its address between the two look-ups gains nothing. Proxy variables and `.netrc` are not read. A
clock on the whole fetch ends it, however slowly the other side drips.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, quote, urldefrag, urljoin, urlsplit

import certifi

from sayso.collect.addresses import Resolve, checked, resolve
from sayso.collect.expansion import Budget, Expanded, Meter
from sayso.collect.streams import MB, Stream
from sayso.errors import CollectError
from sayso.model import Limits

__all__ = ["Fetched", "fetch"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
HEADERS = {"User-Agent": "sayso", "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
SAFE = "!#$%&'()*+,/:;=?@[]~"
"""What a request line may hold besides letters and digits; everything else is percent-encoded."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes with the content-encoding undone, the type it declared, and its final URL."""

    data: bytes
    media_type: str | None
    url: str


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    reason: str
    headers: Mapping[str, str]
    data: bytes


def fetch(
    url: str,
    limits: Limits,
    *,
    allow_private: bool = False,
    find: Resolve = resolve,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch an http(s) URL, following redirects.

    Raises CollectError E206 (an address that is refused), E207 (any failure on the way, the HTTP status included), E202
    (larger than `limits.fetch_mb`) or E204 (a body that expands too far). `find` and `context` are for tests and for
    one's own certificate authority.
    """
    deadline = _Deadline(limits.fetch_seconds)
    for _ in range(limits.fetch_hops + 1):
        parts = _checked_url(url)
        hosts = checked(_host(parts), _port(parts), find, allow_private=allow_private)
        answer = _ask(parts, hosts, deadline, limits, context)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return _accepted(answer, url)
        url = urljoin(url, _as_sent(answer.headers["location"]))
    raise CollectError("E207", f"it redirects more than {limits.fetch_hops} times (limits.fetch_hops)")


def _as_sent(header: str) -> str:
    """A header that was read as Latin-1, as the UTF-8 that servers write there."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _accepted(answer: _Answer, url: str) -> Fetched:
    if not 200 <= answer.status < 300:
        raise CollectError("E207", f"the server answered {answer.status} {answer.reason}".rstrip())
    return Fetched(answer.data, answer.headers.get("content-type"), urldefrag(url).url)


def _checked_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _port(parts)
    except ValueError as error:
        raise CollectError("E206", f"{url!r} is no address: {error}") from error
    if parts.scheme not in PORTS:
        raise CollectError("E206", f"{parts.scheme or 'no'!r} is not http or https")
    if parts.username is not None or parts.password is not None:
        raise CollectError("E206", "there are credentials in the address")
    _host(parts)
    return parts


def _host(parts: SplitResult) -> str:
    """The host in ASCII (RFC 3490 for names in other scripts)."""
    host = parts.hostname or ""
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise CollectError("E206", f"{host!r} is no host name: {error}") from error
    if not name or not all(char.isalnum() or char in ".-_:" for char in name):
        raise CollectError("E206", f"{host!r} is no host name")
    return name


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS.get(parts.scheme, 0)


class _Deadline:
    """The moment at which a fetch is over, on the clock that never goes back."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises CollectError E207 where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def over(self) -> CollectError:
        return CollectError("E207", f"it took longer than {self.seconds:g} s (limits.fetch_seconds)")


class _Watch:
    """Ends a connection when the time is up; a byte a second would never trip the socket's own time-out."""

    def __init__(self, line: socket.socket, seconds: float) -> None:
        self._twin = line.dup()  # TLS takes the socket itself away
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self.rang = False

    def _end(self) -> None:
        self.rang = True
        with suppress(OSError):  # the other side was quicker
            self._twin.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self._twin.close()


def _ask(
    parts: SplitResult, hosts: list[str], deadline: _Deadline, limits: Limits, context: ssl.SSLContext | None
) -> _Answer:
    """One request to one host, at one of the addresses that were checked."""
    with _connected(hosts, _port(parts), deadline) as line, _Watch(line, deadline.left()) as watch:
        try:
            answer = _exchange(parts, line, limits, context)
        except (CollectError, OSError, http.client.HTTPException, ValueError) as error:
            raise (deadline.over() if watch.rang else _failure(error)) from error
        if watch.rang:  # what was cut off looks like an end
            raise deadline.over()
    return answer


def _failure(error: Exception) -> CollectError:
    if isinstance(error, CollectError):
        return error
    if isinstance(error, ssl.SSLCertVerificationError):
        return CollectError("E207", f"the certificate is refused: {error.verify_message}")
    return CollectError("E207", f"the connection failed: {str(error) or type(error).__name__}")


@contextmanager
def _connected(hosts: list[str], port: int, deadline: _Deadline) -> Iterator[socket.socket]:
    """A connection to the first of the addresses that answers."""
    failure = CollectError("E207", "no address was tried")
    for host in hosts:
        try:
            line = socket.create_connection((host, port), timeout=deadline.left())
        except OSError as error:
            failure = CollectError("E207", f"no connection to {host} port {port}: {error.strerror or error}")
            continue
        with line:
            yield line
        return
    raise failure


@cache
def _public_authorities() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


def _exchange(parts: SplitResult, line: socket.socket, limits: Limits, context: ssl.SSLContext | None) -> _Answer:
    host = _host(parts)
    if parts.scheme == "https":
        line = (context or _public_authorities()).wrap_socket(line, server_hostname=host)
    connection = http.client.HTTPConnection(host, _port(parts))
    connection.sock = line
    with line:
        target = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        connection.request("GET", target, headers={"Host": _authority(parts), **HEADERS})
        with connection.getresponse() as response:
            headers = {name.lower(): value for name, value in reversed(response.getheaders())}
            followed = response.status in REDIRECTS or response.status >= 400
            data = b"" if followed else _body(response, headers, limits)
            return _Answer(response.status, response.reason, headers, data)


def _authority(parts: SplitResult) -> str:
    host = f"[{_host(parts)}]" if ":" in _host(parts) else _host(parts)
    return host if _port(parts) == PORTS[parts.scheme] else f"{host}:{_port(parts)}"


def _complete(response: http.client.HTTPResponse) -> Callable[[int], bytes]:
    """A reader of a body that does not take a broken connection for its end."""

    def read(size: int) -> bytes:
        try:
            data = response.read(size)
        except (OSError, http.client.HTTPException) as error:
            raise CollectError("E207", f"the connection broke off: {str(error) or type(error).__name__}") from error
        if not data and response.length:
            raise CollectError("E207", f"the connection ended {response.length:,} bytes early")
        return data

    return read


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits) -> bytes:
    stream = Stream(_complete(response))
    match headers.get("content-encoding", "identity").strip().lower():
        case "identity" | "":
            pass
        case "gzip" | "x-gzip":
            stream = Stream(Expanded(stream.read, "gzip", Meter(Budget(limits))).read)
        case other:
            raise CollectError("E207", f"it was sent in an encoding that was not asked for: {other!r}")
    data, failure = stream.all(limits.fetch_mb * MB, "limits.fetch_mb")
    if failure is not None:
        raise failure if failure.code != "E203" else CollectError("E207", failure.message)
    return data
