"""Stop what was told by a yes that is over."""

from django.db import transaction

from kith.consent.queries.expired_among import expired_among
from kith.consent.queries.standings_of import standings_of
from kith.consent.terms import ConsentState
from kith.consent.views_of import Told
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.policies.disclosure import May, disclosures
from kith.disclosure.stopping import open_lines, stop_lines


@transaction.atomic
def stop_expired(viewer: Viewer) -> int:
    """Stop every line of the ledger whose consent is over and has no live one after it. Returns how many.

    For Kith itself; another viewer stops what is theirs to stop.
    """
    told = disclosures(viewer, May.STOP).filter(stopped_at=None)
    consent_ids = set(told.values_list("consent_id", flat=True).distinct())
    over = [
        partner for partner in expired_among(viewer, consent_ids=consent_ids) if _is_over(viewer, partner)
    ]
    for partner in over:
        lines = open_lines(viewer, partner)
        stop_lines(viewer, partner, lines, subject=Ref("person", partner.person_id), is_silent=False)
    return len(over)


def _is_over(viewer: Viewer, partner: Told) -> bool:
    standing = standings_of(viewer, person_id=partner.person_id).get(partner.recipient_id)
    return standing is None or standing.state is ConsentState.EXPIRED
