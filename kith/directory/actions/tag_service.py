"""Say which facts of Kith's own taxonomy hold for a service."""

from collections.abc import Collection
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import ServiceTagged
from kith.directory.models import Attribute, Service, TaxonomyTerm
from kith.directory.policies.place import details
from kith.directory.policies.service import May, one_service
from kith.directory.policies.taxonomy import terms
from kith.directory.search_documents import write_search_documents
from kith.directory.seeds.ids import OWN_TAXONOMY, PLACE_GROUPS


@transaction.atomic
def tag_service(viewer: Viewer, *, service_id: UUID, codes: Collection[str]) -> UUID:
    """Exactly these facts hold: earlier ones that are not named are taken away. Returns the service's id.

    What stands already is not written again. Raises NotFound, Denied, or BadInput for a code that is no fact.
    """
    service = one_service(viewer, service_id, May.TAG)
    known = terms(viewer).filter(taxonomy_id=OWN_TAXONOMY, code__in=codes, parent_id__isnull=False)
    chosen = {term.code: term for term in known if _group_of(term) not in PLACE_GROUPS}
    if len(chosen) != len(set(codes)):
        raise BadInput(_("There is no such fact about a service."), field="codes")
    said = details(viewer, Attribute).filter(service=service, taxonomy_term__taxonomy_id=OWN_TAXONOMY)
    if sorted(said.values_list("taxonomy_term__code", flat=True)) == sorted(chosen):
        return service.id
    said.delete()
    rows = [_tag(service, term, place) for place, term in enumerate(chosen.values())]
    Attribute.objects.bulk_create(rows)
    service.changed_at = clock.now()
    service.save(update_fields=["changed_at"])
    write_search_documents([service.id])
    record(
        viewer,
        ServiceTagged(subject=service.ref, organization_id=service.organization_id, facts=len(rows)),
    )
    return service.id


def _group_of(term: TaxonomyTerm) -> str:
    return term.code.partition("-")[0]


def _tag(service: Service, term: TaxonomyTerm, position: int) -> Attribute:
    row_id = uuid5(service.id, f"fact:{term.code}")
    return Attribute(
        id=row_id,
        hsds_id=row_id,
        position=position,
        service=service,
        owner_id=service.id,
        root_id=service.id,
        taxonomy_term=term,
        link_type=_group_of(term),
        link_entity="service",
        label=term.name,
        shown_as=term.name,
        names_link=True,
        names_term=True,
        is_set_here=True,
    )
