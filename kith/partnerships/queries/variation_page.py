"""One change for a while, to say yes or no to."""

from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.policies.variation import May, one_variation
from kith.partnerships.queries.variations_of import VariationLine, variations_of


def variation_page(viewer: Viewer, *, variation_id: UUID) -> VariationLine:
    """What is asked, and what was said. Raises NotFound."""
    row = one_variation(viewer, variation_id, May.READ)
    lines = variations_of(viewer, agreement_id=row.agreement_id)
    found = next((line for line in lines if line.id == variation_id), None)
    if found is None:
        raise NotFound
    return found
