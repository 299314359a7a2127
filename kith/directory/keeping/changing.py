"""The trail of changed fields: rows whose words can be taken out, and an event with their marks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core import clock
from kith.core.events import record
from kith.core.marks import mark_of
from kith.core.viewer import Role, Viewer
from kith.directory.events import ListingChanged
from kith.directory.folding import words_of
from kith.directory.keeping.writing import Listing, kind_of
from kith.directory.models import FieldChange, Organization
from kith.directory.policies.field_change import May, field_changes
from kith.directory.policies.place import given_at, secret_addresses
from kith.directory.searching.records import forget_built
from kith.directory.tasks import build_generation_soon
from kith.directory.terms import ChangedHow

ROLES = (Role.COORDINATOR, Role.CURATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else than before."""

    field: str
    before: str
    after: str


def holder_of(listing: Listing) -> UUID:
    """The organisation whose listing it is."""
    return listing.id if isinstance(listing, Organization) else listing.organization_id


def note_changes(
    viewer: Viewer, listing: Listing, changes: Iterable[Change], *, how: ChangedHow, is_confidential: bool
) -> None:
    """Keep what the fields said before and say now, and record that they changed."""
    holder = holder_of(listing)
    rows = [
        FieldChange(
            resource_type=kind_of(listing),
            resource_id=listing.id,
            organization_id=holder,
            field_name=one.field,
            previous_value=one.before,
            replacement_value=one.after,
            how=how,
            by_user_id=viewer.user_id,
            by_role=next((role.value for role in ROLES if viewer.has(role)), ""),
            is_by_own=viewer.organization_id == holder,
            changed_at=clock.now(),
            is_confidential=is_confidential,
        )
        for one in changes
    ]
    keep_secret_places_back(rows)
    added: QuerySet[FieldChange] = QuerySet(FieldChange)
    added.bulk_create(rows)
    if any(row.is_confidential for row in rows):
        forget_built()
        build_generation_soon.enqueue()
    record(
        viewer,
        ListingChanged(
            subject=listing.ref,
            organization_id=holder,
            how=how,
            field_codes=tuple(row.field_name for row in rows),
            change_digests=tuple(
                f"{row.id}:{mark_of(row.replacement_value, place=place_of(row))}" for row in rows
            ),
        ),
    )


def place_of(change: FieldChange) -> str:
    """What the mark of a change's words is bound to."""
    return f"directory_field_change.replacement_value.{change.id}"


def keep_history_back(viewer: Viewer, places: Mapping[UUID, UUID | None]) -> None:
    """The same for what was said before these places were secrets, by those who hold or use them.

    `places`: who holds each.
    """
    if not places:
        return
    services, holders = given_at(places)
    holders |= set(filter(None, places.values()))
    public = field_changes(viewer, May.KEEP).filter(is_confidential=False, taken_out_at__isnull=True)
    rows = list(public.filter(Q(organization__in=holders) | Q(resource_id__in=services)))
    keep_secret_places_back(rows)
    for row in rows:
        if row.is_confidential:
            row.save(update_fields=["is_confidential"])


def keep_secret_places_back(changes: list[FieldChange]) -> None:
    """A change that holds the street of a secret place of theirs is for its organisation alone."""
    listings = {(change.organization_id, change.resource_id) for change in changes}
    streets = secret_addresses({one for pair in listings for one in pair})
    for change in changes:
        words = f" {' '.join(words_of(f'{change.previous_value} {change.replacement_value}'))} "
        of_both = streets.get(change.organization_id, set()) | streets.get(change.resource_id, set())
        secret = (" ".join(words_of(street)) for street in of_both)
        if any(street and f" {street} " in words for street in secret):
            change.is_confidential = True
