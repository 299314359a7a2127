"""What happens in the directory. Fields are ids, codes, counts and dates only."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kith.core.events import DomainEvent
from kith.directory.terms import (
    ChangedHow,
    ConfirmedHow,
    OrganizationKind,
    SignalTier,
    TakenOutWhy,
    TaxonomyUse,
)
from kith.directory.text_origins import TextOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationAdded(DomainEvent):
    """An organisation was listed."""

    kind: ClassVar[str] = "directory.organization_added"
    organization_kind: OrganizationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAdded(DomainEvent):
    """A service was listed."""

    kind: ClassVar[str] = "directory.service_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingConfirmed(DomainEvent):
    """A person said that a service's listing is right."""

    kind: ClassVar[str] = "directory.listing_confirmed"
    how: ConfirmedHow


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTagged(DomainEvent):
    """It was said which facts of Kith's own taxonomy hold for a service."""

    kind: ClassVar[str] = "directory.service_tagged"
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesSet(DomainEvent):
    """A service told how many places are left."""

    kind: ClassVar[str] = "directory.places_set"
    places_left: int
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesByKindSet(DomainEvent):
    """A service told how many places are left, kind by kind."""

    kind: ClassVar[str] = "directory.places_by_kind_set"
    kinds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePlaceTaken(DomainEvent):
    """One place was taken by a yes."""

    kind: ClassVar[str] = "directory.place_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePlaceGivenBack(DomainEvent):
    """One place came free again."""

    kind: ClassVar[str] = "directory.place_given_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesBandsRefreshed(DomainEvent):
    """The public bands of places were brought up to date, once a day."""

    kind: ClassVar[str] = "directory.places_bands_refreshed"
    services: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSignalSet(DomainEvent):
    """A room above said how a service stands to the partnership."""

    kind: ClassVar[str] = "directory.service_signal_set"
    tier: SignalTier


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStarted(DomainEvent):
    """A file of listings began to come in."""

    kind: ClassVar[str] = "directory.import_started"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceSet(DomainEvent):
    """It was said under which licence a source's listings may be passed on."""

    kind: ClassVar[str] = "directory.licence_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatchWritten(DomainEvent):
    """Part of a file was written."""

    kind: ClassVar[str] = "directory.import_batch_written"
    added: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFinished(DomainEvent):
    """A file of listings was read to its end."""

    kind: ClassVar[str] = "directory.import_finished"
    added: int
    changed: int
    unchanged: int
    gone: int
    not_taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndexRebuilt(DomainEvent):
    """Every listing was written to the search index again."""

    kind: ClassVar[str] = "directory.search_index_rebuilt"
    services: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomiesLoaded(DomainEvent):
    """The taxonomies that every site begins with were written, or brought up to date."""

    kind: ClassVar[str] = "directory.taxonomies_loaded"
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyUseSet(DomainEvent):
    """It was said whether a taxonomy's terms may leave."""

    kind: ClassVar[str] = "directory.taxonomy_use_set"
    use: TaxonomyUse


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingChanged(DomainEvent):
    """Fields of a listing say something else. `change_digests`: each change's id and its words' mark."""

    kind: ClassVar[str] = "directory.listing_changed"
    how: ChangedHow
    field_codes: tuple[str, ...]
    change_digests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChangeTakenOut(DomainEvent):
    """What a field said before and after a change is no longer kept."""

    kind: ClassVar[str] = "directory.field_change_taken_out"
    why: TakenOutWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingMistakeReported(DomainEvent):
    """Somebody found something wrong in a listing."""

    kind: ClassVar[str] = "directory.listing_mistake_reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingMistakeSettled(DomainEvent):
    """A note about a mistake in a listing was looked into."""

    kind: ClassVar[str] = "directory.listing_mistake_settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingTranslated(DomainEvent):
    """It was said what a listing says in another language."""

    kind: ClassVar[str] = "directory.listing_translated"
    language: str
    origin: TextOrigin
    field_codes: tuple[str, ...]
