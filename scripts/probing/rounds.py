"""A round: every target checked at the same time, as one sample each."""

import asyncio

from scripts.measuring.samples import Sample, State
from scripts.probing.checks import Failed, Tools
from scripts.probing.configuration import Configuration, Target
from scripts.probing.confirming import Finding, confirmed, tried

AT_ONCE = 200


async def probed(configuration: Configuration, tools: Tools, at: int) -> dict[str, Sample]:
    """The sample of each target for an instant. Where the probe itself is cut off, nothing is down but unknown."""
    gate = asyncio.Semaphore(AT_ONCE)
    targets = configuration.targets
    findings = await asyncio.gather(*(_found(target, configuration, tools, gate) for target in targets.values()))
    if any(finding.state is State.DOWN for finding in findings):
        findings = await _unless_cut_off(findings, configuration, tools)
    return {
        name: Sample(at, found.state, configuration.step, found.latency, found.reason)
        for name, found in zip(targets, findings, strict=True)
    }


async def _found(target: Target, configuration: Configuration, tools: Tools, gate: asyncio.Semaphore) -> Finding:
    async with gate:
        try:
            return await confirmed(target, configuration, tools)
        except Exception as fault:  # a fault of ours: it says nothing of the target
            return Finding(State.UNKNOWN, None, f"the probe failed: {type(fault).__name__}")


async def _unless_cut_off(findings: list[Finding], configuration: Configuration, tools: Tools) -> list[Finding]:
    if configuration.online is None:
        return findings
    try:
        await tried(configuration.online, configuration.timeout, tools)
    except Failed as failure:
        unknown = Finding(State.UNKNOWN, None, f"the probe itself is cut off: {failure.reason}")
        return [unknown if finding.state is State.DOWN else finding for finding in findings]
    return findings
