"""After the last day of a party that leaves: whether the agreement goes on."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.partnerships.actions.end_left_agreement import end_left_agreement
from kith.partnerships.queries.left_agreements import left_agreements

HOUR = 3600


@every(seconds=HOUR)
def end_left_agreements(viewer: Viewer) -> None:
    """Looks every hour, as each agreement has a day of its own."""
    for agreement_id in left_agreements(viewer):
        end_left_agreement(viewer, agreement_id=agreement_id)
