"""Samples from any Prometheus-compatible HTTP API: Prometheus, Thanos, Mimir, VictoriaMetrics.

Raw samples are paged with instant queries over a range vector, `probe_success{...}[21600s]` at successive times. A
range query would fill gaps with the value before, and so make up uptime that nobody measured.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from calculators.values.intervals import Interval
from scripts.measuring.intervals import Observed, observed, runs_of
from scripts.measuring.samples import STEPS_HELD, Sample, State, one_per_instant

PAGE = 21_600  # seconds: 720 samples of one series at 30 s, far below what any server refuses


class PrometheusError(Exception):
    """The server gave no answer that can be relied on; the message says what was asked and what came."""


@dataclass(frozen=True)
class Series:
    """One series of a server that is 1 when a target is up; `step` is how often it is scraped, in seconds."""

    client: httpx.Client
    server: str  # "https://prometheus.example:9090", with the path of a tenant where there is one
    selector: str  # 'probe_success{instance="shop"}'
    step: int

    def samples(self, span: Interval) -> list[Sample]:
        """The samples of a span of time, in order. A page that fails makes it raise: no gap is made up."""
        found = (sample for page in _pages(span) for sample in self._page(page))
        return [sample for sample in one_per_instant(found) if span.start <= sample.at < span.end]

    def observed(self, span: Interval) -> list[Observed]:
        """Every second of a span as it was observed, with the samples before it that still hold."""
        wider = Interval(span.start - STEPS_HELD * self.step, span.end)
        return observed(runs_of(self.samples(wider)), span)

    def _page(self, page: Interval) -> list[Sample]:
        """A second earlier is asked for too: whether the first instant belongs to a range depends on the server."""
        query = f"{self.selector}[{page.seconds + 1}s]"
        asked = {"query": query, "time": str(page.end)}
        try:
            response = self.client.get(f"{self.server.rstrip('/')}/api/v1/query", params=asked)
            answer = response.json()
        except httpx.HTTPError as error:
            raise self._error(query, f"no answer ({type(error).__name__})") from error
        except ValueError as error:
            raise self._error(query, f"status {response.status_code} and no JSON") from error
        return [self._sample(*pair, query) for pair in self._values(query, answer)]

    def _values(self, query: str, answer: Any) -> list[list]:
        """The pairs of time and value of the one series asked for."""
        if not isinstance(answer, dict) or answer.get("status") != "success":
            told = answer.get("error") if isinstance(answer, dict) else None
            raise self._error(query, f"the error {told}" if told else "no answer of this API")
        if answer.get("isPartial") or answer.get("warnings"):
            raise self._error(query, f"an answer in part: {'; '.join(answer.get('warnings') or ['isPartial'])}")
        try:
            kind, result = answer["data"]["resultType"], answer["data"]["result"]
            values = [series["values"] for series in result] if kind == "matrix" else []
        except (KeyError, TypeError) as error:
            raise self._error(query, "no answer of this API") from error
        if kind != "matrix":
            raise self._error(query, f"a {kind}", "Is the selector more than a plain series?")
        if len(values) > 1:
            raise self._error(query, f"{len(values)} series", "Add labels until one is left.")
        return values[0] if values else []

    def _sample(self, at: float, value: str, query: str) -> Sample:
        """A stale marker, NaN, ends what was known."""
        number = float(value)
        states = {0.0: State.DOWN, 1.0: State.UP}
        if not math.isnan(number) and number not in states:
            raise self._error(query, f"the value {value}", "Expected 0 or 1, as probe_success has.")
        return Sample(math.floor(at), states.get(number, State.UNKNOWN), self.step)

    def _error(self, query: str, found: str, likely: str = "") -> PrometheusError:
        said = f"{query}: the server gave {found}; expected the samples of one series. {likely}"
        return PrometheusError(said.rstrip())


def _pages(span: Interval) -> Iterator[Interval]:
    """The span in pieces; each ends where the next one begins."""
    for start in range(span.start, span.end, PAGE):
        yield Interval(start, min(start + PAGE, span.end))
