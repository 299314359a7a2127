"""Which partners are to be asked whether their listing is still right."""

from datetime import timedelta
from uuid import UUID

from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.queries.services_to_confirm import services_to_confirm
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.week import pause_ends_on, weeks_of
from kith.partnerships.terms import ASK_LISTING_DAYS
from kith.post.queries.has_link_since import has_link_since
from kith.post.terms import LinkPurpose

SETTLED = timedelta(days=7)


def listings_to_ask_about(viewer: Viewer) -> list[UUID]:
    """Organisations with a service that is due, by id. None in a partner's first week, or while it pauses.

    One that was asked in the last 30 days is not asked again, whatever it answered.
    """
    settled = list(partners(viewer, May.LOOK_AFTER).filter(welcomed_at__lte=clock.now() - SETTLED))
    weeks = weeks_of(viewer, settled, May.LOOK_AFTER)
    due = services_to_confirm(viewer, organization_ids=list(weeks))
    since = clock.now() - timedelta(days=ASK_LISTING_DAYS)
    return [
        one
        for one in sorted(due)
        if pause_ends_on(weeks[one], on=clock.today(weeks[one].timezone)) is None
        and not has_link_since(
            viewer, about=Ref("organization", one), purpose=LinkPurpose.CONFIRM_LISTING, since=since
        )
    ]
