"""Closed lists of the directory; HSDS words where HSDS has them."""

from collections.abc import Iterable
from enum import StrEnum


class OrganizationKind(StrEnum):
    """Which kind of partner an organisation is."""

    BEHAVIOURAL_HEALTH = "behavioural_health"
    HOUSING = "housing"
    EMPLOYMENT = "employment"
    SCHOOL = "school"
    FAITH = "faith"
    LEGAL = "legal"
    HEALTH = "health"
    PEER = "peer"
    POLICE_CRISIS = "police_crisis"
    PUBLIC_HEALTH = "public_health"
    COMMUNITY = "community"


class ServiceStatus(StrEnum):
    """HSDS: service.status."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class LocationType(StrEnum):
    """HSDS: location.location_type and address.address_type."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class Topic(StrEnum):
    """What a service helps with, in plain groups that people look for."""

    HOUSING = "housing"
    FOOD = "food"
    TALK = "talk"
    CRISIS = "crisis"
    MONEY = "money"
    WORK = "work"
    LEARNING = "learning"
    HEALTH = "health"
    LEGAL = "legal"
    FAMILY = "family"
    COMPANY = "company"
    FAITH = "faith"
    SAFETY_AT_HOME = "safety_at_home"
    SEXUAL_HEALTH = "sexual_health"
    IMMIGRATION = "immigration"
    ADDICTION = "addiction"
    LGBT = "lgbt"


SENSITIVE_TOPICS = frozenset(
    {Topic.CRISIS, Topic.SAFETY_AT_HOME, Topic.SEXUAL_HEALTH, Topic.IMMIGRATION, Topic.ADDICTION, Topic.LGBT}
)


def is_sensitive(topics: Iterable[Topic]) -> bool:
    """True for what leaves no trace: never in an address or a cache, kept only after a question."""
    return not SENSITIVE_TOPICS.isdisjoint(topics)


class PlacesBand(StrEnum):
    """What the public is told about places left (promise 24)."""

    PLACES = "places"
    FEW = "few"
    FULL = "full"
    NOT_KNOWN = "not_known"


class PlacesUnit(StrEnum):
    """What places are counted in; the codes of Kith's own taxonomy under `unit`."""

    BEDS = "beds"
    ROOMS = "rooms"
    PLACES = "places"
    VISITS = "visits"
    HOURS = "hours"
    PACKS = "packs"


class PlacesFor(StrEnum):
    """Whom places are for; the codes of Kith's own taxonomy under `population`."""

    ANYONE = "anyone"
    WOMEN = "women"
    MEN = "men"
    FAMILIES = "families"
    YOUNG = "young"
    CHILDREN = "children"
    OLDER = "older"
    COUPLES = "couples"


class PlaceTaken(StrEnum):
    """What came of taking a place."""

    TAKEN = "taken"
    NOT_KNOWN = "not_known"


class ConfirmedHow(StrEnum):
    """How a person confirmed that a listing is right."""

    BY_THE_SERVICE = "by_the_service"
    BY_PHONE = "by_phone"
    BY_VISIT = "by_visit"
    BY_MAIL = "by_mail"


class SignalTier(StrEnum):
    """How close an organisation stands to the partnership; written from above."""

    LISTED = "listed"
    PARTNER = "partner"
    AGREED = "agreed"


class RecordKind(StrEnum):
    """What a source's record stands for here."""

    ORGANIZATION = "organization"
    SERVICE = "service"
    LOCATION = "location"
    TAXONOMY = "taxonomy"
    TAXONOMY_TERM = "taxonomy_term"
    UNIT = "unit"
    PROGRAM = "program"


class RunStatus(StrEnum):
    """How far an import came."""

    RUNNING = "running"
    FINISHED = "finished"


class TermDepth(StrEnum):
    """Which terms of a taxonomy are asked for."""

    ALL = "all"
    TOP = "top"


class TermRelation(StrEnum):
    """What a term of another taxonomy is to this one; SKOS calls them exactMatch, broadMatch and so on."""

    EXACT = "exact"
    BROAD = "broad"
    NARROW = "narrow"
    RELATED = "related"

    @property
    def inverse(self) -> "TermRelation":
        """The same step, seen from the other term."""
        turned = {TermRelation.BROAD: TermRelation.NARROW, TermRelation.NARROW: TermRelation.BROAD}
        return turned.get(self, self)


class TaxonomyUse(StrEnum):
    """Whether a taxonomy's terms may leave."""

    KEPT_HERE = "kept_here"
    MAY_LEAVE = "may_leave"


class ListingKind(StrEnum):
    """What is listed, as HSDS names its table."""

    SERVICE = "service"
    ORGANIZATION = "organization"


class ChangedHow(StrEnum):
    """How a field of a listing came to say something else."""

    EDIT = "edit"
    TOLD_BY_PHONE = "told_by_phone"
    RESTORED = "restored"
    IMPORT = "import"


class TakenOutWhy(StrEnum):
    """Why what a field said is no longer kept."""

    HIDDEN_PLACE = "hidden_place"
    NAMES_SOMEBODY = "names_somebody"
    SHOULD_NOT_STAND = "should_not_stand"
