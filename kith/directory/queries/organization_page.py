"""One organisation and what it offers."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Phone, Url
from kith.directory.policies.organization import May, one_organization, organizations
from kith.directory.policies.place import details
from kith.directory.queries.services_of import services_of
from kith.directory.reading.origin import origin_of
from kith.directory.reading.phones import phone_line
from kith.directory.terms import OrganizationKind
from kith.directory.views_of import Origin, PhoneLine, ServiceLine


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """An organisation's listing. Services by name."""

    id: UUID
    name: str
    alternate_name: str
    description: str
    kind: OrganizationKind
    email: str
    website: str
    links: tuple[tuple[str, str], ...]
    phones: tuple[PhoneLine, ...]
    services: list[ServiceLine]
    origin: Origin
    may_edit: bool


def organization_page(viewer: Viewer, *, organization_id: UUID) -> OrganizationPage:
    """The listing of one organisation. At most 16 statements. Raises NotFound."""
    one_organization(viewer, organization_id, May.READ)
    row = organizations(viewer, May.READ).select_related("source").get(pk=organization_id)
    urls = details(viewer, Url).filter(organization_id=row.id).order_by("position", "id")
    phones = details(viewer, Phone).filter(organization_id=row.id).order_by("position", "id")
    return OrganizationPage(
        id=row.id,
        name=row.name,
        alternate_name=row.alternate_name,
        description=row.description,
        kind=OrganizationKind(row.kind),
        email=row.email,
        website=row.website,
        links=tuple((url.label or url.url, url.url) for url in urls),
        phones=tuple(map(phone_line, phones)),
        services=services_of(viewer, organization_id=row.id),
        origin=origin_of(viewer, row),
        may_edit=organizations(viewer, May.EDIT).filter(pk=row.id).exists(),
    )
