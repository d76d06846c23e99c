"""A target is down when every try fails: one lost packet is no outage."""

import asyncio
from dataclasses import dataclass

from scripts.measuring.samples import State
from scripts.probing.checks import Failed, Tools, check
from scripts.probing.configuration import Configuration, Target


@dataclass(frozen=True)
class Finding:
    """The state of a target, the milliseconds of the try that succeeded, and what is worth telling."""

    state: State
    latency: int | None
    reason: str


async def confirmed(target: Target, configuration: Configuration, tools: Tools) -> Finding:
    """What the first try that succeeds says, or why the last one failed."""
    reason = ""
    for number in range(1, configuration.tries + 1):
        if number > 1:
            await tools.sleep(configuration.pause)
        begun = tools.stopwatch()
        try:
            told = await tried(target, configuration.timeout, tools)
        except Failed as failure:
            reason = failure.reason
        else:
            latency = round(1000 * (tools.stopwatch() - begun))
            return Finding(State.UP, latency, told or (f"only at try {number}: {reason}" if reason else ""))
    return Finding(State.DOWN, None, reason)


async def tried(target: Target, timeout: int, tools: Tools) -> str:
    """One check that takes no longer than it may."""
    try:
        async with asyncio.timeout(timeout):
            return await check(target, tools)
    except TimeoutError as error:
        raise Failed(f"no answer within {timeout} s") from error
