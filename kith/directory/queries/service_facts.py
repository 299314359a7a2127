"""What is said of a service with Kith's own taxonomy."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Attribute
from kith.directory.policies.place import details
from kith.directory.reading.own_facts import narrowed_to, own_groups
from kith.directory.seeds.ids import OWN_TAXONOMY
from kith.directory.views_of import FactGroup


def service_facts(viewer: Viewer, *, service_id: UUID, language: str) -> list[FactGroup]:
    """The facts that hold for a service, in their groups, in the order in which people read them.

    One statement; a service that is not there has none.
    """
    said = details(viewer, Attribute).filter(service_id=service_id, taxonomy_term__taxonomy_id=OWN_TAXONOMY)
    codes = set(said.values_list("taxonomy_term__code", flat=True))
    return narrowed_to(own_groups(language), codes)
