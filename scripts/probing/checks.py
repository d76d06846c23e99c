"""One check of one target. It returns what is worth telling, mostly nothing, or raises Failed with the reason."""

import asyncio
import os
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import dns.asyncresolver
import dns.exception
import dns.resolver
import httpx

from scripts.probing.configuration import DnsTarget, HttpTarget, Target, TcpTarget, TlsTarget

READ_AT_MOST = 1_000_000
DAY = 86_400


class Failed(Exception):
    """The target did not answer as it should."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Tools:
    """What checks need of the world: a client, certificates, the clock, a stopwatch and patience."""

    client: httpx.AsyncClient
    tls: ssl.SSLContext
    now: Callable[[], float]
    stopwatch: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]


async def check(target: Target, tools: Tools) -> str:
    """What is worth telling of a target that answers as it should."""
    return await CHECKS[target.kind](target, tools)


async def _http(target: HttpTarget, tools: Tools) -> str:
    try:
        async with tools.client.stream("GET", target.url, headers=target.headers) as response:
            if response.status_code != target.status:
                raise Failed(f"status {response.status_code}, expected {target.status}")
            if target.keyword and not await _holds(response, target.keyword.encode()):
                raise Failed("the keyword is missing")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Failed(words(error)) from error
    return ""


async def _holds(response: httpx.Response, keyword: bytes) -> bool:
    body = b""
    async for chunk in response.aiter_bytes():
        body += chunk
        if keyword in body[:READ_AT_MOST]:
            return True
        if len(body) >= READ_AT_MOST:
            break
    return False


async def _tcp(target: TcpTarget, tools: Tools) -> str:
    await _connected(target.host, target.port, None)
    return ""


async def _tls(target: TlsTarget, tools: Tools) -> str:
    certificate = await _connected(target.host, target.port, tools.tls)
    days = (ssl.cert_time_to_seconds(certificate["notAfter"]) - tools.now()) // DAY
    if days < 0:
        raise Failed("the certificate has expired")
    return f"the certificate expires in {days:.0f} days" if days < target.days else ""


async def _connected(host: str, port: int, tls: ssl.SSLContext | None) -> dict:
    """The certificate shown on connecting; empty without TLS."""
    try:
        _, writer = await asyncio.open_connection(host, port, ssl=tls)
    except OSError as error:
        raise Failed(words(error)) from error
    try:
        return writer.get_extra_info("peercert") or {}
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def _dns(target: DnsTarget, tools: Tools) -> str:
    resolver = dns.asyncresolver.Resolver(configure=target.server is None)
    if target.server is not None:
        resolver.nameservers, resolver.port = [target.server], target.port
    try:
        answer = await resolver.resolve(target.name, target.type, search=False)
    except dns.resolver.NXDOMAIN as error:
        raise Failed("the name does not exist") from error
    except dns.resolver.NoAnswer as error:
        raise Failed(f"the name has no {target.type} record") from error
    except dns.exception.DNSException as error:
        raise Failed(f"no name server answered ({type(error).__name__})") from error
    found = sorted(record.to_text() for record in answer)
    if not set(target.expect) <= set(found):
        raise Failed(f"answers {', '.join(found)}, expected {', '.join(target.expect)}")
    return ""


def words(error: BaseException) -> str:
    """What the operating system calls the fault, else its kind; never its text, which may hold a header."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate is not valid: {cause.verify_message}"
        if isinstance(cause, OSError) and cause.errno:
            return os.strerror(cause.errno) if cause.errno > 0 else cause.strerror
        cause = cause.__cause__ or cause.__context__
    return "no connection" if isinstance(error, OSError) else type(error).__name__


CHECKS: dict[str, Callable[..., Awaitable[str]]] = {"http": _http, "tcp": _tcp, "tls": _tls, "dns": _dns}
