"""Say whose site this is."""

from uuid import UUID
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core.actions.keep_canary import keep_canary
from kith.core.errors import BadInput, Denied
from kith.core.events import SiteProfileChanged, record
from kith.core.ids import Ref
from kith.core.models import SITE_ID, SiteProfile
from kith.core.policies.site_profile import May, site_profiles
from kith.core.viewer import Viewer


@transaction.atomic
def set_site_profile(
    viewer: Viewer,
    *,
    name: str,
    host_organization_id: UUID | None,
    duty_user_id: UUID | None,
    country: str,
    emergency_number: str,
    talk_line: str,
    talk_line_words: str,
    jurisdiction: str,
    timezone: str,
    is_demo: bool,
) -> None:
    """Write the site's one profile. What visitors see of it is said by `set_public_face`, and stays.

    Raises Denied for all but the system and an admin of the host; BadInput for an empty name or an
    unknown zone.
    """
    _check_may(viewer)
    _check_input(name, timezone)
    row, _is_new = SiteProfile.objects.update_or_create(
        id=SITE_ID,
        defaults={
            "name": name.strip(),
            "host_organization_id": host_organization_id,
            "duty_user_id": duty_user_id,
            "country": country.upper(),
            "emergency_number": emergency_number,
            "talk_line": talk_line,
            "talk_line_words": talk_line_words,
            "jurisdiction": jurisdiction,
            "timezone": timezone,
            "is_demo": is_demo,
        },
    )
    if viewer.is_system:
        keep_canary(viewer)
    record(viewer, _changed(row))


def _check_may(viewer: Viewer) -> None:
    if viewer.is_system or site_profiles(viewer, May.CHANGE).exists():
        return
    raise Denied


def _check_input(name: str, timezone: str) -> None:
    if not name.strip():
        raise BadInput(_("Give the site a name."), field="name")
    if timezone not in available_timezones():
        raise BadInput(_("Choose a time zone from the list, such as Europe/London."), field="timezone")


def _changed(row: SiteProfile) -> SiteProfileChanged:
    return SiteProfileChanged(
        subject=Ref("site", SITE_ID),
        organization_id=row.host_organization_id,
        duty_user_id=row.duty_user_id,
        country=row.country,
        jurisdiction=row.jurisdiction,
        timezone=row.timezone,
        is_demo=row.is_demo,
    )
