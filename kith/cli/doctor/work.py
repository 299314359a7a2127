"""Whether background work goes on."""

from collections.abc import Iterator

from kith.cli.command import SYSTEM
from kith.cli.doctor.finding import Finding, bad, fine, look
from kith.core.queries.work_state import WorkState, work_state

MANY_UNSEALED = 100


def work_findings() -> Iterator[Finding]:
    """A worker lives, nothing is dead, the tail is sealed, and repeated jobs end well."""
    state = work_state(SYSTEM)
    if state.living_workers:
        yield fine(f"{state.living_workers} workers live.")
    else:
        yield bad("No worker has been seen for half a minute: no mail leaves. Run: kith run (or kith worker)")
    if state.dead:
        yield bad(f"{state.dead} pieces of work failed for good. Look at the jobs page and try them again.")
    else:
        yield fine("No work has failed for good.")
    yield from _tail(state)
    for job in state.jobs:
        if job.error:
            yield look(f"The job {job.name} failed last time ({job.error}).")


def _tail(state: WorkState) -> Iterator[Finding]:
    if state.unsealed > MANY_UNSEALED:
        yield look(
            f"{state.unsealed} events wait for their seal. A worker seals them; or run: kith audit verify"
        )
    else:
        yield fine("The trail of events is sealed.")
