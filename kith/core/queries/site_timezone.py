"""The clock on the site's walls."""

from django.conf import settings

from kith.core.policies.site_profile import May, site_profiles
from kith.core.viewer import Viewer
from kith.core.written_once import WrittenOnce

_zones = WrittenOnce(
    lambda viewer, _asked: site_profiles(viewer, May.READ).order_by("pk").values_list("timezone")[:1]
)


def site_timezone(viewer: Viewer) -> str:
    """The site's own time zone; before `kith setup`, that of the settings. One statement."""
    said = _zones(viewer)
    return said[0][0] if said else settings.TIME_ZONE
