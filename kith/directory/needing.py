"""What is needed, as far as the directory may be asked: no name, no id, and nothing of it is kept."""

from dataclasses import dataclass, field
from uuid import UUID

from kith.directory.terms import Topic
from kith.directory.views_of import ServiceCard
from kith.matching.answers import Match, Reason, Test, Verdict

NEAR_KM = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """A need and what would suit; the defaults ask nothing.

    `categories`: codes of the Gravity SDOH value set. `near_topics`: what is related only. `words`: in these
    words instead of topics and categories. `place`: a town or postcode; `km`: how far from there.
    `is_afar_too`: also help that has no place. `languages`: BCP-47, any of them. `slots`: 28 bits, 7 days
    from Monday times night, morning, afternoon, evening; 0: any time. `costs`, `must`, `wishes`, `avoid`:
    codes of Kith's own taxonomy; any of `costs`, all of `must`; `avoid` makes the answer no. `gender`: a code
    of the engine's group, or empty. `without`: organisations that are not to be named at all; `first_of`:
    those whose services are named before all others.
    """

    topics: tuple[Topic, ...] = ()
    near_topics: tuple[Topic, ...] = ()
    categories: tuple[str, ...] = ()
    words: str = ""
    place: str = ""
    km: float = NEAR_KM
    is_afar_too: bool = True
    languages: tuple[str, ...] = ()
    age: int | None = None
    slots: int = 0
    costs: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    gender: str = ""
    without: frozenset[UUID] = frozenset()
    first_of: frozenset[UUID] = frozenset()
    limit: int = 12


@dataclass(frozen=True, slots=True)
class MatchedService:
    """One service, whether it will take somebody like this, and what every test said.

    `km`: from the place asked, or None. `is_faith`: of a faith group, or with prayer. `beside`: the secular
    service that is named with it, if there is one.
    """

    card: ServiceCard
    km: float | None
    verdict: Verdict
    reasons: tuple[Reason, ...]
    is_faith: bool
    beside: UUID | None = None


@dataclass(frozen=True, slots=True)
class MatchedServices:
    """`fits` and `full` (full or paused) best first; `others`: turned down only for their language.

    `total`: all that fit. `fell`: how many were turned down, by the first test that did. `place`: how the
    place was understood, empty where it was not asked or not known; `is_beyond`: nothing was near, so all are
    named. `is_old`: changes of the last minutes may be missing. `names`: what facts are called.
    """

    total: int
    fits: tuple[MatchedService, ...]
    full: tuple[MatchedService, ...]
    others: tuple[MatchedService, ...]
    fell: dict[Test, int]
    place: str
    is_beyond: bool
    is_old: bool
    names: dict[str, str] = field(default_factory=dict)


__all__ = ["Match", "MatchedService", "MatchedServices", "Needed", "Reason", "Test", "Verdict"]
