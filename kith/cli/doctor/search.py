"""Whether the search follows the listings."""

from collections.abc import Iterator

from kith.cli.command import SYSTEM
from kith.cli.doctor.finding import Finding, fine, look
from kith.directory.queries.search_health import search_health

RUN = "The worker does that: kith run (or kith worker)."


def search_findings() -> Iterator[Finding]:
    """Every service was told of, and the index on this disk is there and follows."""
    health = search_health(SYSTEM)
    if not health.is_filled:
        yield look(f"The search does not know every service yet. {RUN}")
    if health.behind is None and health.services:
        yield look(f"The search index is not built: large searches are slow or miss something. {RUN}")
    elif health.must_forget:
        yield look(
            f"The search index holds words of a place that is hidden now. It must be built anew. {RUN}"
        )
    elif health.is_far_behind:
        yield look(f"The search index is more than 2000 changes behind. It must be built anew. {RUN}")
    else:
        yield fine(f"The search knows {health.services} services.")
