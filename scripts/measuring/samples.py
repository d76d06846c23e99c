"""What one check of one target found at an instant, and how long that holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

STEPS_HELD = 2


class State(StrEnum):
    """What is known of a target; the gravest first."""

    DOWN = "down"
    UNKNOWN = "unknown"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Sample:
    """`step` is the time in seconds from one check to the next; `latency` is in milliseconds."""

    at: int
    state: State
    step: int
    latency: int | None = None
    reason: str = ""

    @property
    def good_until(self) -> int:
        """The instant from which the sample says nothing more."""
        return self.at + STEPS_HELD * self.step


def one_per_instant(samples: Iterable[Sample]) -> list[Sample]:
    """The samples in order of time; of two at one instant the graver one stays, and of two alike the first."""
    kept: dict[int, Sample] = {}
    for sample in samples:
        known = kept.setdefault(sample.at, sample)
        if is_graver(sample, known):
            kept[sample.at] = sample
    return sorted(kept.values(), key=lambda sample: sample.at)


def is_graver(sample: Sample, known: Sample) -> bool:
    """Whether a sample says something worse than another."""
    order = list(State)
    return order.index(sample.state) < order.index(known.state)
