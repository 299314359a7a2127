"""Telephone rows as people read them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.viewer import Viewer
from kith.core.written_once import WrittenOnce
from kith.directory.models import Phone, Service
from kith.directory.phone_numbers import dialled
from kith.directory.policies.place import details
from kith.directory.reading.facts import Site
from kith.directory.reading.rows import PhoneRow, columns_of
from kith.directory.views_of import PhoneLine

Sites = Mapping[UUID, Sequence[Site]]
Ids = Collection[UUID]


def _numbers_on(viewer: Viewer, services: Ids, places: Ids, holders: Ids) -> QuerySet[Phone]:
    hung_on = Q(service_id__in=services) | Q(location_id__in=places) | Q(organization_id__in=holders)
    return details(viewer, Phone).filter(hung_on)


_numbers = WrittenOnce(
    lambda viewer, asked: (
        _numbers_on(viewer, *asked).order_by("position", "id").values_list(*columns_of(PhoneRow))
    )
)


def phone_line(row: Phone | PhoneRow) -> PhoneLine:
    """One number; what a telephone dials only where a number stands in it."""
    return PhoneLine(
        number=row.number,
        dial=dialled(row.number) if row.is_dialable else "",
        extension=row.extension,
        description=row.description,
    )


def phones_of(viewer: Viewer, rows: Sequence[Service], sites: Sites) -> dict[UUID, tuple[PhoneLine, ...]]:
    """By service id its own numbers, else those of its places, else its organisation's. One statement."""
    found = _by_holder(viewer, rows, sites)
    return {row.id: next(_levels(row, sites[row.id], found), ()) for row in rows}


def first_phones(viewer: Viewer, rows: Sequence[Service], sites: Sites) -> dict[UUID, PhoneLine]:
    """By service id the first number that can be dialled: its own, else a place's, else its organisation's.

    One statement.
    """
    found = _by_holder(viewer, rows, sites)
    return {
        row.id: line
        for row in rows
        for line in [one for level in _levels(row, sites[row.id], found) for one in level if one.dial][:1]
    }


def _by_holder(viewer: Viewer, rows: Sequence[Service], sites: Sites) -> dict[UUID, list[PhoneLine]]:
    """The numbers that hang on a service, a place or an organisation, by its id, in their order."""
    places = {site.location.id for row in rows for site in sites[row.id]}
    holders = {row.organization_id for row in rows}
    found: dict[UUID, list[PhoneLine]] = {}
    for columns in _numbers(viewer, [row.id for row in rows], places, holders):
        phone = PhoneRow(*columns)
        holder = phone.service_id or phone.location_id or phone.organization_id
        if holder is not None:
            found.setdefault(holder, []).append(phone_line(phone))
    return found


def _levels(
    row: Service, sites: Sequence[Site], found: Mapping[UUID, list[PhoneLine]]
) -> Iterator[tuple[PhoneLine, ...]]:
    """The service's own, its places' and its organisation's, as far as there are any."""
    places = dict.fromkeys(site.location.id for site in sites)
    for ids in ([row.id], places, [row.organization_id]):
        level = tuple(line for one in ids for line in found.get(one, ()))
        if level:
            yield level
