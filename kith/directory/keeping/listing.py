"""One listing as its keepers hold it: its texts, its services, and what was typed over its source."""

from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.keeping.current import Texts, texts_of_organizations, texts_of_services
from kith.directory.keeping.fields import field_named
from kith.directory.keeping.writing import Listing, kind_of, write_texts
from kith.directory.models import Organization, Service, TypedHere
from kith.directory.policies.field_change import typed_here
from kith.directory.policies.service import May, services


def texts_of(viewer: Viewer, listing: Listing) -> Texts:
    """Every field by its name."""
    if isinstance(listing, Service):
        return texts_of_services(viewer, [listing])[listing.id]
    return texts_of_organizations(viewer, [listing])[listing.id]


def found_under(viewer: Viewer, listing: Listing) -> list[UUID]:
    """The services whose words in the search come from this listing."""
    if isinstance(listing, Organization):
        ids = services(viewer, May.READ).filter(organization_id=listing.id).values_list("pk", flat=True)
        return list(ids)
    return [listing.id]


def type_over(viewer: Viewer, listing: Listing, before: Texts, after: Texts) -> None:
    """Write the fields; what a source says of them is kept beside, and no longer overwrites them."""
    write_texts(viewer, listing, after, found_under(viewer, listing))
    if listing.source_id is None:
        return
    known = {row.field_name: row for row in typed_here(viewer).filter(resource_id=listing.id)}
    for name, text in after.items():
        field = field_named(kind_of(listing), name)
        if field is None or field.is_only_ours:
            continue
        row = known.get(name) or TypedHere(
            resource_type=kind_of(listing),
            resource_id=listing.id,
            field_name=name,
            source_value=before[name],
        )
        row.value, row.typed_at = text, clock.now()
        row.save()
