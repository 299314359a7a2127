"""The last step of a change for a while, whoever takes it."""

from kith.core import clock
from kith.partnerships.lifecycle.variation import check_step
from kith.partnerships.models import Variation
from kith.partnerships.terms import VariationStatus


def settle(variation: Variation, status: VariationStatus) -> None:
    """Write where it stands from now on. Raises StatusConflict if the table has no such step."""
    check_step(variation.status, status)
    variation.status = status.value
    variation.settled_at = clock.now()
    variation.save(update_fields=["status", "settled_at"])
