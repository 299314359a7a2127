"""Telephone rows as people read them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.models import Phone, Service
from kith.directory.phone_numbers import dialled
from kith.directory.policies.place import details
from kith.directory.reading.facts import Site
from kith.directory.views_of import PhoneLine


def phone_line(row: Phone) -> PhoneLine:
    """One number; what a telephone dials only where a number stands in it."""
    return PhoneLine(
        number=row.number,
        dial=dialled(row.number) if row.is_dialable else "",
        extension=row.extension,
        description=row.description,
    )


def first_phones(
    viewer: Viewer, rows: Sequence[Service], sites: Mapping[UUID, Sequence[Site]]
) -> dict[UUID, PhoneLine]:
    """By service id the first number that can be dialled: its own, else a place's, else its organisation's.

    One statement.
    """
    places = [site.location.id for found in sites.values() for site in found]
    hung_on = Q(service_id__in=[row.id for row in rows]) | Q(location_id__in=places)
    hung_on |= Q(organization_id__in=[row.organization_id for row in rows])
    first: dict[UUID | None, PhoneLine] = {}
    for phone in details(viewer, Phone).filter(hung_on, is_dialable=True).order_by("position", "id"):
        first.setdefault(phone.service_id or phone.location_id or phone.organization_id, phone_line(phone))
    found = {row.id: _nearest(row, sites[row.id], first) for row in rows}
    return {service_id: phone for service_id, phone in found.items() if phone is not None}


def _nearest(row: Service, sites: Sequence[Site], first: Mapping[UUID | None, PhoneLine]) -> PhoneLine | None:
    ids = [row.id, *(site.location.id for site in sites), row.organization_id]
    return next((first[one] for one in ids if one in first), None)
