"""Whether a partner is to be asked if its listing is still right."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core import clock
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.services_to_confirm import services_to_confirm
from kith.partnerships.policies.partner import May, one_partner
from kith.partnerships.policies.week import pause_ends_on, weeks_of
from kith.partnerships.routine import RoutineLine, RoutineLink
from kith.partnerships.terms import ASK_LISTING_DAYS
from kith.post.queries.has_link_since import has_link_since
from kith.post.terms import LinkPurpose

SETTLED = timedelta(days=7)


def listing_lines(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """One line where a service is due. None in a partner's first week, or while it pauses.

    One that was asked in the last 30 days is not asked again, whatever it answered.
    """
    if not _may_be_asked(viewer, organization_id):
        return []
    site = site_profile(viewer).name
    name = organization_names(viewer, organization_ids=[organization_id]).get(organization_id, "")
    said = _("Is what %(site)s says of %(organization)s still right? People rely on it.")
    how = _("Open this page, look, and press one button. You need no login:")
    about = Ref("organization", organization_id)
    return [
        RoutineLine(
            key=f"listing:{clock.now().date()}",
            words=said % {"site": site, "organization": name} + "\n\n" + how,
            link=RoutineLink(
                purpose=LinkPurpose.CONFIRM_LISTING,
                about=about,
                page="confirm_by_link",
                valid_days=ASK_LISTING_DAYS,
            ),
            subject=_("Is this still right? A question from %(site)s") % {"site": site},
        )
    ]


def _may_be_asked(viewer: Viewer, organization_id: UUID) -> bool:
    partner = one_partner(viewer, organization_id, May.LOOK_AFTER)
    if partner.welcomed_at > clock.now() - SETTLED:
        return False
    week = weeks_of(viewer, [partner], May.LOOK_AFTER)[organization_id]
    if pause_ends_on(week, on=clock.today(week.timezone)) is not None:
        return False
    if not services_to_confirm(viewer, organization_ids=[organization_id]):
        return False
    since = clock.now() - timedelta(days=ASK_LISTING_DAYS)
    about = Ref("organization", organization_id)
    return not has_link_since(viewer, about=about, purpose=LinkPurpose.CONFIRM_LISTING, since=since)
