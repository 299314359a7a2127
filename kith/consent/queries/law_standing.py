"""Where the adoption of each law pack stands today."""

from datetime import date

from kith.consent.law import PACKS
from kith.consent.law.rules import Pack
from kith.consent.models import LawPackAdoption
from kith.consent.policies.law import May, adoptions
from kith.consent.terms import LegalStatus, PackStatus
from kith.consent.views_of import LawStanding
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


def law_standing(viewer: Viewer) -> LawStanding:
    """For each pack that Kith has: adopted, expired or missing; the newest adoption counts. Two statements.

    Before any adoption the site's organisations count as ORDINARY: no name leaves then by any law, and
    questions without a name go on (promise 8).
    """
    rows = list(adoptions(viewer, May.READ).order_by("adopted_at", "id"))
    newest = {row.pack: row for row in rows}
    today = clock.today(site_profile(viewer).timezone)
    return LawStanding(
        legal_status=LegalStatus(rows[-1].legal_status) if rows else LegalStatus.ORDINARY,
        packs={pack_id: _status(pack, newest.get(pack_id), today) for pack_id, pack in PACKS.items()},
        ended_on={
            pack_id: _last_day(PACKS[pack_id], row) for pack_id, row in newest.items() if pack_id in PACKS
        },
    )


def _last_day(pack: Pack, row: LawPackAdoption) -> date:
    """The last day on which the adoption counts: its own or the pack's, whichever comes first."""
    return min(row.expires_on, pack.expires_on)


def _status(pack: Pack, row: LawPackAdoption | None, today: date) -> PackStatus:
    if row is None or row.version != pack.version:
        return PackStatus.MISSING
    return PackStatus.ADOPTED if today <= _last_day(pack, row) else PackStatus.EXPIRED
