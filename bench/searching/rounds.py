"""Asking all engines the same, in turns: blocks of 50 questions, another engine first in each block."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

import numpy as np

from bench.searching.asked import Kind, Question
from bench.searching.engines import TOP, Ask, Engine
from bench.searching.plain import Plain

BLOCK = 50
WARM = 30


@dataclass(frozen=True, slots=True)
class Timed:
    """One engine's times, in milliseconds, run by run. `cpu_ms`: processor time, the mean of each run."""

    engine: str
    runs: list[list[float]]
    cpu_ms: list[float] = field(default_factory=list)

    @property
    def mean(self) -> float:
        return fmean(one for run in self.runs for one in run)

    def percentile(self, percent: float) -> float:
        """Of each run; then the run in the middle."""
        return median(float(np.percentile(run, percent)) for run in self.runs)

    def ratios(self, to: "Timed") -> list[float]:
        """How many times longer this one takes than the other, mean by mean of the same run."""
        return [fmean(here) / fmean(there) for here, there in zip(self.runs, to.runs, strict=True)]

    def cpu_ratios(self, to: "Timed") -> list[float]:
        """The same of processor time, which moves less where the machine is busy."""
        return [here / there for here, there in zip(self.cpu_ms, to.cpu_ms, strict=True)]


@dataclass(frozen=True, slots=True)
class Checked:
    """In how many of the questions each engine gave others than the plain rule gives."""

    questions: int
    differences: dict[str, int]


def timed(engines: Sequence[Engine], kind: Kind, turns: Sequence[Sequence[Question]]) -> list[Timed]:
    """Each turn is a run, with questions of its own."""
    found = [Timed(engine.name, [[] for _turn in turns], [0.0] * len(turns)) for engine in engines]
    for engine in engines:
        for question in turns[0][:WARM]:
            engine.asking(kind, question)()
    for run, questions in enumerate(turns):
        for number, block in enumerate(_blocks(questions)):
            for at in _in_turn(len(engines), number + run):
                asks = [engines[at].asking(kind, question) for question in block]
                begun = engines[at].cpu_seconds()
                found[at].runs[run].extend(_milliseconds(asks))
                found[at].cpu_ms[run] += 1000 * (engines[at].cpu_seconds() - begun) / len(questions)
    return found


def checked(engines: Sequence[Engine], kind: Kind, questions: Sequence[Question], plain: Plain) -> Checked:
    """Whole sets where they have 20 or fewer, else how many."""
    differences = dict.fromkeys((engine.name for engine in engines), 0)
    for question in questions:
        right = plain.answer(kind, question)
        for engine in engines:
            answer = engine.checked(kind, question)
            is_whole = len(right) > TOP or sorted(answer.best) == right
            differences[engine.name] += not (answer.total == len(right) and is_whole)
    return Checked(len(questions), differences)


def _blocks(questions: Sequence[Question]) -> Iterator[Sequence[Question]]:
    return (questions[first : first + BLOCK] for first in range(0, len(questions), BLOCK))


def _in_turn(count: int, first: int) -> Iterator[int]:
    return ((first + at) % count for at in range(count))


def _milliseconds(asks: list[Ask]) -> Iterator[float]:
    for ask in asks:
        begun = time.perf_counter_ns()
        ask()
        yield (time.perf_counter_ns() - begun) / 1e6
