from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.collect import collect
from sayso.collect.web import Fetched, fetch
from sayso.errors import CollectError
from sayso.model import Document, Limits
from tests.collect.made import TEXT, documents, http_response, problems, zipped

CERTIFICATE = Path(__file__).with_name("weir.example.pem")
LIMITS = Limits(fetch_seconds=5)
PAGE = http_response(TEXT.encode(), "Content-Type: text/plain; charset=utf-8", f"Content-Length: {len(TEXT)}")

Answer = Callable[[socket.socket], None]


class Server:
    """A server on the loopback interface that answers each path with given bytes and notes what it was asked."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, bytes | Answer] = {}
        self.asked: list[str] = []
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self._context else 'http'}://{host}:{self.port}{path}"

    def _serve(self) -> None:
        while not self._over.is_set():
            line, _ = self._listening.accept()
            with line:
                try:
                    self._answer(line)
                except OSError:
                    continue  # the client went away, which some tests are about

    def _answer(self, line: socket.socket) -> None:
        if self._over.is_set():
            return
        if self._context is not None:
            line = self._context.wrap_socket(line, server_side=True)
        with line:
            request = b""
            while not request.endswith(b"\r\n\r\n") and (part := line.recv(4096)):
                request += part
            if not request:
                return
            self.asked.append(request.decode("latin-1"))
            answer = self.answers.get(request.split()[1].decode(), http_response(b"", status="404 Not Found"))
            if isinstance(answer, bytes):
                line.sendall(answer)
            else:
                answer(line)

    def close(self) -> None:
        self._over.set()
        with socket.socket() as last:
            last.connect(("127.0.0.1", self.port))
        self._thread.join(10)
        self._listening.close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers["/"] = PAGE
    yield server
    server.close()


@pytest.fixture
def secure_server() -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server = Server(context)
    server.answers["/"] = PAGE
    yield server
    server.close()


def local(url: str, limits: Limits = LIMITS) -> Fetched:
    return fetch(url, limits, allow_private=True)


def failure(url: str, limits: Limits = LIMITS) -> CollectError:
    with pytest.raises(CollectError) as caught:
        local(url, limits)
    return caught.value


def redirect(to: str, status: str = "302 Found") -> bytes:
    return http_response(b"", f"Location: {to}", "Content-Length: 0", status=status)


# What is obtained


def test_a_page_is_a_document_named_as_the_user_named_it(server: Server) -> None:
    server.answers["/start"] = redirect("/?lang=en#top")
    server.answers["/?lang=en"] = PAGE
    noon = datetime(2026, 1, 7, 11, 40, tzinfo=UTC)
    url = server.url("/start")
    [found] = collect([url], limits=LIMITS, allow_private_addresses=True, now=lambda: noon)
    assert found == Document(
        url, TEXT.encode(), "2026-01-07T11:40:00Z", "text/plain; charset=utf-8", server.url("/?lang=en")
    )


def test_an_archive_is_opened_wherever_it_comes_from(server: Server) -> None:
    server.answers["/dump"] = http_response(zipped({"a.txt": TEXT}), "Content-Type: application/zip")
    found = list(collect([server.url("/dump")], limits=LIMITS, allow_private_addresses=True))
    assert documents(found) == {"dump!/a.txt": TEXT.encode()}


def test_the_encodings_of_the_way_are_undone(server: Server) -> None:
    packed = gzip.compress(TEXT.encode())
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (9, packed[:9], len(packed) - 9, packed[9:])
    server.answers["/"] = http_response(chunks, "Content-Encoding: gzip", "Transfer-Encoding: chunked")
    assert local(server.url()).data == TEXT.encode()


def test_a_path_is_encoded_as_it_has_to_be(server: Server) -> None:
    server.answers["/caf%C3%A9%20au%20lait?q=%E2%82%AC"] = PAGE
    assert local(server.url("/café au%20lait?q=€")).data == TEXT.encode()


def test_a_redirect_in_utf8_is_followed(server: Server) -> None:
    server.answers["/start"] = redirect("/café")
    server.answers["/caf%C3%A9"] = PAGE
    assert local(server.url("/start")).data == TEXT.encode()


def test_proxies_of_the_environment_are_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert local(server.url()).data == TEXT.encode()


# Addresses that are refused


@pytest.mark.parametrize(
    "url",
    [
        "ftp://weir.example/a",
        "file:///etc/passwd",
        "http://user:word@weir.example/",
        "http://weir.example\\@127.0.0.1/",
        "http:///nowhere",
        "http://weir.example:99999/",
        "http://[::1/",
        "http://weir exam.ple/",
    ],
)
def test_an_address_that_is_not_plain_http_is_refused(url: str) -> None:
    [row] = collect([url], limits=LIMITS)
    assert problems([row])[0][1] == "E206"


def test_a_private_address_is_refused_and_never_asked(server: Server) -> None:
    found = list(collect([server.url(), server.url(host="localhost")], limits=LIMITS))
    assert [code for _, code in problems(found)] == ["E206", "E206"]
    assert server.asked == []


def test_every_hop_of_a_redirect_is_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first name is public as far as the check can see; the page there leads to the loopback interface."""
    server.answers["/start"] = redirect(server.url("/secret"))
    server.answers["/secret"] = PAGE
    monkeypatch.setattr(
        "sayso.collect.addresses.is_public", lambda address: address == "127.0.0.1" and not server.asked
    )
    with pytest.raises(CollectError) as caught:
        fetch(server.url("/start"), LIMITS)
    assert caught.value.code == "E206"
    assert [request.split()[1] for request in server.asked] == ["/start"]


@pytest.mark.parametrize("target", ["ftp://weir.example/", "http://user@weir.example/", "file:///etc/passwd"])
def test_a_redirect_may_not_leave_plain_http(server: Server, target: str) -> None:
    server.answers["/"] = redirect(target)
    assert failure(server.url()).code == "E206"


def test_the_connection_goes_to_the_address_that_was_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that turns private after its first look-up: there is no second look-up, and no other address is tried."""
    looked_up: list[str] = []
    connected: list[tuple[str, int]] = []

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["93.184.216.34"] if len(looked_up) == 1 else ["127.0.0.1"]

    def connecting(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        line = socket.socket()
        line.settimeout(timeout)
        line.connect(("127.0.0.1", server.port))
        return line

    monkeypatch.setattr("sayso.collect.web.socket.create_connection", connecting)
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: pytest.fail("a second look-up"))
    monkeypatch.setattr("socket.gethostbyname", lambda *_: pytest.fail("a second look-up"))
    server.answers["/"] = redirect("/again")
    with pytest.raises(CollectError) as caught:
        fetch(f"http://rebinding.example:{server.port}/", LIMITS, find=rebinding)
    assert caught.value.code == "E206"
    assert connected == [("93.184.216.34", server.port)]
    assert f"Host: rebinding.example:{server.port}" in server.asked[0]
    assert len(server.asked) == 1


# TLS


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def test_the_certificate_is_checked_against_the_name_not_the_address(secure_server: Server) -> None:
    def at_home(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    url = secure_server.url(host="weir.example")
    assert fetch(url, LIMITS, allow_private=True, find=at_home, context=trusting()).data == TEXT.encode()
    for url, context in (
        (secure_server.url(host="other.example"), trusting()),
        (secure_server.url(), trusting()),
        (secure_server.url(host="weir.example"), None),
    ):
        with pytest.raises(CollectError, match=r"E207.*certificate is refused"):
            fetch(url, LIMITS, allow_private=True, find=at_home, context=context)


# What fails on the way


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "500 Internal Server Error", "304 Not Modified"])
def test_an_http_error_is_told_with_its_status(server: Server, status: str) -> None:
    server.answers["/"] = http_response(b"<h1>sorry</h1>", status=status)
    error = failure(server.url())
    assert (error.code, status in error.message) == ("E207", True)


def test_redirects_are_counted(server: Server) -> None:
    server.answers["/"] = redirect("/")
    error = failure(server.url(), replace(LIMITS, fetch_hops=3))
    assert (error.code, "more than 3 times" in error.message) == ("E207", True)
    assert len(server.asked) == 4


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = failure(f"http://127.0.0.1:{port}/")
    assert (error.code, "Connection refused" in error.message) == ("E207", True)


@pytest.mark.parametrize(
    "answer",
    [b"", b"SSH-2.0-none\r\n\r\n", b"HTTP/1.1 OK\r\n\r\n", http_response(b"zz\r\nx", "Transfer-Encoding: chunked")],
)
def test_what_is_no_http_is_told(server: Server, answer: bytes) -> None:
    server.answers["/"] = answer
    assert failure(server.url()).code == "E207"


def test_a_body_that_ends_early_is_told(server: Server) -> None:
    server.answers["/"] = http_response(b"half", "Content-Length: 8")
    error = failure(server.url())
    assert (error.code, "4 bytes early" in error.message) == ("E207", True)


def test_an_encoding_that_was_not_asked_for_is_told(server: Server) -> None:
    server.answers["/"] = http_response(b"?", "Content-Encoding: zstd")
    assert failure(server.url()).code == "E207"


def test_a_body_over_the_limit_is_not_read_to_its_end(server: Server) -> None:
    def endless(line: socket.socket) -> None:
        line.sendall(http_response(b"", "Content-Type: text/plain"))
        while True:
            line.sendall(b"x" * 65536)

    server.answers["/"] = endless
    error = failure(server.url(), replace(LIMITS, fetch_mb=1))
    assert (error.code, "limits.fetch_mb" in error.message) == ("E202", True)


def test_a_bomb_is_stopped(server: Server) -> None:
    server.answers["/"] = http_response(gzip.compress(bytes(50_000_000)), "Content-Encoding: gzip")
    assert failure(server.url()).code == "E204"


@pytest.mark.parametrize(
    "start", [b"", b"HTTP/1.1 200 OK\r\n", http_response(b""), http_response(b"", "Content-Length: 9999")]
)
def test_a_server_that_drips_is_cut_off_when_the_time_is_up(server: Server, start: bytes) -> None:
    def drip(line: socket.socket) -> None:
        line.sendall(start)
        while True:
            line.sendall(b"x")
            time.sleep(0.05)

    server.answers["/"] = drip
    begin = time.monotonic()
    error = failure(server.url(), replace(LIMITS, fetch_seconds=0.4))
    assert (error.code, "limits.fetch_seconds" in error.message) == ("E207", True)
    assert time.monotonic() - begin < 3
