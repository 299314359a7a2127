"""Whose site this is, and what visitors see of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from kith.core.policies.site_profile import May, site_profiles
from kith.core.viewer import Viewer

PUBLIC_NAME = "Kith"


@dataclass(frozen=True, slots=True)
class SiteProfilePage:
    """The site's name, host, lines, law and clock. Empty text: not stated yet.

    `public_name` stands in windows, header and footer; `is_discreet`: windows show nothing but that name.
    """

    name: str
    host_organization_id: UUID | None
    duty_user_id: UUID | None
    country: str
    emergency_number: str
    talk_line: str
    talk_line_words: str
    text_line: str
    text_line_words: str
    safety_line: str
    safety_line_words: str
    jurisdiction: str
    timezone: str
    is_demo: bool
    public_name: str
    is_discreet: bool
    left_out_pages: Sequence[str]


def site_profile(viewer: Viewer) -> SiteProfilePage:
    """The site's profile; before `kith setup`, safe defaults: no lines, no law, no host. One statement."""
    row = site_profiles(viewer, May.READ).first()
    if row is None:
        return _before_setup()
    return SiteProfilePage(
        name=row.name,
        host_organization_id=row.host_organization_id,
        duty_user_id=row.duty_user_id,
        country=row.country,
        emergency_number=row.emergency_number,
        talk_line=row.talk_line,
        talk_line_words=row.talk_line_words,
        text_line=row.text_line,
        text_line_words=row.text_line_words,
        safety_line=row.safety_line,
        safety_line_words=row.safety_line_words,
        jurisdiction=row.jurisdiction,
        timezone=row.timezone,
        is_demo=row.is_demo,
        public_name=row.public_name or PUBLIC_NAME,
        is_discreet=row.is_discreet,
        left_out_pages=tuple(row.left_out_pages),
    )


def _before_setup() -> SiteProfilePage:
    return SiteProfilePage(
        name="Kith",
        host_organization_id=None,
        duty_user_id=None,
        country="",
        emergency_number="",
        talk_line="",
        talk_line_words="",
        text_line="",
        text_line_words="",
        safety_line="",
        safety_line_words="",
        jurisdiction="",
        timezone=settings.TIME_ZONE,
        is_demo=settings.KITH_IS_DEMO,
        public_name=PUBLIC_NAME,
        is_discreet=False,
        left_out_pages=(),
    )
