"""List a new service of an organisation."""

from collections.abc import Collection
from uuid import UUID
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import ServiceAdded
from kith.directory.importing.batch import values
from kith.directory.importing.services import DETAIL_FIELDS
from kith.directory.importing.typed_in import write_typed_in
from kith.directory.models import Service
from kith.directory.policies.organization import May, one_organization
from kith.directory.policies.place import services_of_those_at
from kith.directory.records import ServiceDetails
from kith.directory.search_documents import write_search_documents
from kith.directory.searching.records import forget_built
from kith.directory.tasks import build_generation_soon
from kith.directory.terms import Topic


@transaction.atomic
def add_service(
    viewer: Viewer,
    *,
    organization_id: UUID,
    name: str,
    description: str,
    languages: Collection[str],
    topics: Collection[Topic],
    details: ServiceDetails,
) -> UUID:
    """List a service with its phones, hours, places and tags; returns its id. `languages` are BCP-47.

    Raises NotFound, Denied, or BadInput without a name or with a time zone that does not exist.
    """
    organization = one_organization(viewer, organization_id, May.ADD_SERVICE)
    if not name.strip():
        raise BadInput(field="name")
    if details.timezone and details.timezone not in available_timezones():
        raise BadInput(_("There is no such time zone."), field="timezone")
    service = Service.objects.create(
        organization_id=organization.id,
        name=name.strip(),
        description=description,
        topics=sorted(topics),
        what_to_expect=details.what_to_expect,
        timezone=details.timezone,
        shows_places=details.shows_places,
        changed_at=clock.now(),
        **values(details, DETAIL_FIELDS),
    )
    hidden = write_typed_in(service, details, languages)
    write_search_documents({service.id} | services_of_those_at(hidden))
    if hidden:
        forget_built()
        build_generation_soon.enqueue()
    record(viewer, ServiceAdded(subject=service.ref, organization_id=organization.id))
    return service.id
