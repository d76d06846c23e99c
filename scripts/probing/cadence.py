"""Round after round, at every whole multiple of the step, whatever the clock and the disk do."""

import asyncio
from collections.abc import Callable

from scripts.measuring.samples import Sample, State
from scripts.measuring.store import Store, StoreError
from scripts.probing.checks import Tools
from scripts.probing.configuration import Configuration
from scripts.probing.rounds import probed

Say = Callable[[str], None]


class Prober:
    """Probes, keeps, and says what changed; what could not be kept waits for the next round."""

    def __init__(self, configuration: Configuration, store: Store, tools: Tools, say: Say) -> None:
        self.configuration, self.store, self.tools, self.say = configuration, store, tools, say
        self.unsaved: dict[str, list[Sample]] = {}
        self.told: dict[str, tuple[State, str]] = {}

    async def once(self) -> bool:
        """One round now; whether it could be kept."""
        at = round(self.tools.now())
        for name, sample in (await probed(self.configuration, self.tools, at)).items():
            self._tell(name, sample)
            self.unsaved.setdefault(name, []).append(sample)
        return self._save(at)

    async def for_ever(self) -> None:
        """Rounds until cancelled. A clock set back is told; what was measured before stays as it is."""
        last = float("-inf")
        try:
            while True:
                now = self.tools.now()
                if now < last - 1:
                    self.say(f"The clock was set back by {last - now:.0f} s; samples already kept stay as they are.")
                    last = now
                due = (max(now, last) // self.configuration.step + 1) * self.configuration.step
                await self.tools.sleep(due - now)
                last = max(due, last)
                await self.once()
        finally:
            if self.unsaved:
                lost = sum(len(samples) for samples in self.unsaved.values())
                self.say(f"{lost} samples could not be kept; that time is unknown.")

    def _save(self, at: int) -> bool:
        try:
            self.store.write(self.unsaved)
            self.unsaved = {}
            self.store.pack(before=at)
        except StoreError as error:
            self.say(str(error))
            return False
        return True

    def _tell(self, name: str, sample: Sample) -> None:
        """Says how a target is, when that is new and more than that it is up as expected at first."""
        before = self.told.get(name, (State.UP, ""))
        self.told[name] = (sample.state, sample.reason)
        if self.told[name] != before:
            self.say(f"{name}: {sample.state}{': ' if sample.reason else ''}{sample.reason}")


def run_until_stopped(prober: Prober, stop_on: tuple[int, ...]) -> None:
    """Probe until one of the signals arrives; a write that has begun is finished first."""

    async def probing() -> None:
        task = asyncio.current_task()
        for signal in stop_on:
            asyncio.get_running_loop().add_signal_handler(signal, task.cancel)
        await prober.for_ever()

    try:
        asyncio.run(probing())
    except asyncio.CancelledError:
        prober.say("Stopped.")
