"""The site's privacy officer adopts a law pack."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.consent.events import LawPackAdopted
from kith.consent.law import PACKS
from kith.consent.law.rules import Pack
from kith.consent.models import LawPackAdoption
from kith.consent.policies.law import check_keeps_the_site
from kith.consent.terms import LegalStatus
from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@transaction.atomic
def adopt_law_pack(
    viewer: Viewer, *, pack_id: str, legal_status: LegalStatus, expires_on: date, is_demo: bool
) -> UUID:
    """Adopt the present version of a pack for this site, by the viewer's name and now. Returns its id.

    `legal_status` is what the site's organisations are to the law. Raises Denied for all but the privacy
    officer of the host and Kith itself; BadInput for an unknown pack, or a last day that is over or after
    the pack's own.
    """
    site = site_profile(viewer)
    check_keeps_the_site(viewer, host_id=site.host_organization_id)
    pack = _pack(pack_id)
    if not clock.today(site.timezone) <= expires_on <= pack.expires_on:
        raise BadInput(
            _("Choose a last day that is still to come and within the pack's own."), field="expires_on"
        )
    row = LawPackAdoption.objects.create(
        pack=pack.id,
        version=pack.version,
        legal_status=legal_status.value,
        adopted_by_id=viewer.user_id,
        adopted_at=clock.now(),
        expires_on=expires_on,
        is_demo=is_demo,
    )
    record(
        viewer,
        LawPackAdopted(
            subject=Ref("site", row.id),
            organization_id=site.host_organization_id,
            pack=pack.id,
            version=pack.version,
            is_demo=is_demo,
        ),
    )
    return row.id


def _pack(pack_id: str) -> Pack:
    if pack_id not in PACKS:
        raise BadInput(_("Kith does not have this law pack."), field="pack_id")
    return PACKS[pack_id]
