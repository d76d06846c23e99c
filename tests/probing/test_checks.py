"""Each kind of check against something that answers: a web of our own, or servers on loopback."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import dns.message
import dns.rcode
import dns.rrset
import httpx
import pytest
import trustme

from scripts.probing.checks import Failed, Tools, check, words
from scripts.probing.configuration import DnsTarget, HttpTarget, TcpTarget, TlsTarget

DAY = timedelta(days=1)


def outcome(checking: Awaitable[str]) -> str:
    """What the check tells: "" when there is nothing to tell, or "failed: " and the reason."""

    async def run() -> str:
        try:
            return await asyncio.wait_for(checking, 20)
        except Failed as failure:
            return f"failed: {failure.reason}"

    return asyncio.run(run())


def refused(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("All connection attempts failed") from ConnectionRefusedError(111, "Connection refused")


def broken(request: httpx.Request) -> httpx.Response:
    raise httpx.RemoteProtocolError(f"illegal header {request.headers['authorization']}")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda request: httpx.Response(200, text="all ready"), ""),
        (lambda request: httpx.Response(503, text="ready"), "failed: status 503, expected 200"),
        (lambda request: httpx.Response(302, headers={"Location": "/"}), "failed: status 302, expected 200"),
        (lambda request: httpx.Response(200, text="maintenance"), "failed: the keyword is missing"),
        (lambda request: httpx.Response(200, text="x" * 1_000_000 + "ready"), "failed: the keyword is missing"),
        (refused, "failed: Connection refused"),
        (broken, "failed: RemoteProtocolError"),
    ],
)
def test_http_wants_the_status_and_the_keyword(tools, answer, expected):
    """No reason holds what a header said."""
    target = HttpTarget(kind="http", url="https://x.example", keyword="ready", headers={"Authorization": "Bearer abc"})
    assert outcome(check(target, tools(answer=answer))) == expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ConnectionRefusedError(111, "Connect call failed ('192.0.2.1', 80)"), "Connection refused"),
        (socket.gaierror(-2, "Name or service not known"), "Name or service not known"),
        (OSError("Multiple exceptions: [Errno 111] Connect call failed ('192.0.2.1', 80)"), "no connection"),
    ],
)
def test_a_reason_is_the_name_of_the_fault_without_the_address(error, expected):
    assert words(error) == expected


def test_http_sends_the_headers_of_the_target(tools):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200 if request.headers.get("x-key") == "abc" else 401)

    target = HttpTarget(kind="http", url="https://x.example", headers={"X-Key": "abc"})
    assert outcome(check(target, tools(answer=answer))) == ""


@asynccontextmanager
async def listening(tls: ssl.SSLContext | None = None):
    """The port of a server on loopback that takes connections."""

    async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(taken, "127.0.0.1", 0, ssl=tls)
    async with server:
        yield server.sockets[0].getsockname()[1]


def test_tcp_wants_a_connection(tools):
    async def open_port() -> str:
        async with listening() as port:
            return await check(TcpTarget(kind="tcp", host="127.0.0.1", port=port), tools())

    assert outcome(open_port()) == ""
    with socket.socket() as bound:  # bound and not listening: nobody else takes the port, and nobody answers
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        assert outcome(check(TcpTarget(kind="tcp", host="127.0.0.1", port=port), tools())).startswith("failed: ")


@pytest.mark.parametrize(
    ("trusted", "seen_after_days", "expected"),
    [
        (True, 0, ""),
        (True, 35, "the certificate expires in 4 days"),
        (True, 41, "failed: the certificate has expired"),
        (False, 0, "failed: the certificate is not valid: unable to get local issuer certificate"),
    ],
)
def test_tls_wants_a_valid_certificate_and_tells_when_it_ends_soon(tools, clock, trusted, seen_after_days, expected):
    """A handshake with a server on loopback, its certificate good for 40 days from the day it was made."""
    authority, made = trustme.CA(), datetime.now(UTC)
    serving, asking = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1", not_after=made + 40 * DAY).configure_cert(serving)
    if trusted:
        authority.configure_trust(asking)

    async def handshake() -> str:
        async with listening(serving) as port:
            seen = clock((made + seen_after_days * DAY).timestamp())
            return await check(TlsTarget(kind="tls", host="127.0.0.1", port=port), tools(seen, tls=asking))

    assert outcome(handshake()) == expected


class NameServer(asyncio.DatagramProtocol):
    """Knows www.example and nothing else."""

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, sender: tuple) -> None:
        asked = dns.message.from_wire(data)
        answer, question = dns.message.make_response(asked), asked.question[0]
        if question.name.to_text() != "www.example.":
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif question.rdtype == dns.rdatatype.A:
            answer.answer.append(dns.rrset.from_text("www.example.", 60, "IN", "A", "192.0.2.1", "192.0.2.2"))
        self.transport.sendto(answer.to_wire(), sender)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"name": "www.example"}, ""),
        ({"name": "www.example", "expect": ["192.0.2.2"]}, ""),
        ({"name": "www.example", "expect": ["192.0.2.3"]},
         "failed: answers 192.0.2.1, 192.0.2.2, expected 192.0.2.3"),
        ({"name": "www.example", "type": "AAAA"}, "failed: the name has no AAAA record"),
        ({"name": "ww.example"}, "failed: the name does not exist"),
    ],
)  # fmt: skip
def test_dns_wants_an_answer_with_everything_expected(tools, asked, expected):
    async def ask(tools: Callable[..., Tools]) -> str:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(NameServer, local_addr=("127.0.0.1", 0))
        port = transport.get_extra_info("sockname")[1]
        try:
            return await check(DnsTarget(kind="dns", server="127.0.0.1", port=port, **asked), tools())
        finally:
            transport.close()

    assert outcome(ask(tools)) == expected
