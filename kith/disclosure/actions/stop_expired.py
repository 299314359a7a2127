"""Stop what was told by a yes that is over."""

from django.db import transaction

from kith.consent.queries.run_out import run_out
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.policies.disclosure import May, disclosures
from kith.disclosure.stopping import abouts_of, open_lines, stop_lines


@transaction.atomic
def stop_expired(viewer: Viewer) -> int:
    """Stop what was told for a record when the yes for it is over. Returns for how many records.

    A yes for another record prolongs nothing. For Kith itself; another viewer stops what is theirs to stop.
    """
    told = disclosures(viewer, May.STOP).filter(stopped_at=None)
    over = run_out(viewer, abouts=abouts_of(told))
    for one in over:
        lines = open_lines(viewer, one.told).filter(about_kind=one.about.kind, about_id=one.about.id)
        if lines.exists():
            stop_lines(viewer, one.told, lines, subject=Ref("person", one.told.person_id))
    return len(over)
