"""Writing texts into the fields of one listing and into the lists that hang on it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.importing.hanging import NOT_STORED_AS_SAID
from kith.directory.keeping.current import languages_text, phones_text
from kith.directory.keeping.fields import LISTS, Shape, field_named, value_of
from kith.directory.keeping.hours import hours_lines
from kith.directory.keeping.texts import hours_in, languages_in, phones_in
from kith.directory.models import Detail, Language, Organization, Phone, Schedule, Service
from kith.directory.policies.place import details
from kith.directory.records import Record
from kith.directory.search_documents import write_search_documents
from kith.directory.terms import ListingKind

DetailT = TypeVar("DetailT", bound=Detail)
Listing = Service | Organization


def kind_of(listing: Listing) -> ListingKind:
    """Which kind of listing the row is."""
    return ListingKind.SERVICE if isinstance(listing, Service) else ListingKind.ORGANIZATION


def write_texts(viewer: Viewer, listing: Listing, texts: Mapping[str, str], services: Iterable[UUID]) -> None:
    """Write these fields; `services` are found under their new words at once."""
    columns = ["changed_at"]
    listing.changed_at = clock.now()
    for name, text in texts.items():
        field = field_named(kind_of(listing), name)
        if field is None:
            continue
        if field.shape in LISTS:
            _write_list(viewer, listing, field.shape, text)
            continue
        setattr(listing, name, value_of(field.shape, text))
        columns.append(name)
    listing.save(update_fields=columns)
    write_search_documents(list(services))


def _write_list(viewer: Viewer, listing: Listing, shape: Shape, text: str) -> None:
    if shape is Shape.PHONES:
        rows = _hung(viewer, listing, Phone).filter(contact__isnull=True)
        _replace(listing, Phone, rows, phones_in(text), lambda one: phones_text([one]))
    elif shape is Shape.LANGUAGES:
        spoken = _hung(viewer, listing, Language).filter(phone__isnull=True)
        _replace(listing, Language, spoken, languages_in(text), lambda one: languages_text([one]))
    else:
        hours = _hung(viewer, listing, Schedule)
        _replace(listing, Schedule, hours, hours_in(text), lambda one: "\n".join(hours_lines(one)))


def _hung(viewer: Viewer, listing: Listing, kind: type[DetailT]) -> QuerySet[DetailT]:
    """What hangs on the listing itself and is open to all."""
    rows = details(viewer, kind).filter(is_confidential=False, under__isnull=True)
    name = "service_id" if isinstance(listing, Service) else "organization_id"
    return rows.filter(**{name: listing.id})


def _replace(
    listing: Listing,
    kind: type[DetailT],
    rows: QuerySet[DetailT],
    records: Iterable[Record],
    text_of: Callable[[DetailT], str],
) -> None:
    """Rows whose line stands in the text stay as they are, the others go, new ones are added."""
    before = {text_of(row): row for row in rows.order_by("-position", "-pk")}
    before.pop("", None)
    kept = set()
    for position, record in enumerate(records):
        fresh = _row(listing, kind, record)
        row = before.get(text_of(fresh), fresh)
        row.position = position
        row.save()
        kept.add(row.pk)
    rows.filter(pk__in=[row.pk for row in rows if text_of(row) and row.pk not in kept]).delete()


def _row(listing: Listing, kind: type[DetailT], record: Record) -> DetailT:
    owner = "service_id" if isinstance(listing, Service) else "organization_id"
    values = {name: value for name, value in record.plain().items() if name not in NOT_STORED_AS_SAID}
    return kind(**{owner: listing.id}, root_id=listing.id, **values)
