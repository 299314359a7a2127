"""The clock on the site's walls."""

import pytest
from django.test import override_settings

from kith.core.models import SiteProfile
from kith.core.queries.site_timezone import site_timezone
from tests.factories.directory import NOBODY, a_host

pytestmark = pytest.mark.django_db


@override_settings(TIME_ZONE="Asia/Tokyo")
def test_before_setup_it_is_that_of_the_settings() -> None:
    assert site_timezone(NOBODY) == "Asia/Tokyo"


def test_it_is_that_of_the_site() -> None:
    a_host()
    SiteProfile.objects.update(timezone="Africa/Mogadishu")

    assert site_timezone(NOBODY) == "Africa/Mogadishu"
