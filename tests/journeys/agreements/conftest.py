"""What the stories of agreements share."""

import pytest
from pytest_django.live_server_helper import LiveServer

from kith.core import clock
from tests.journeys.agreements.days import Days
from tests.journeys.agreements.town import build_town


@pytest.fixture
def days(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Days:
    """A town in which nothing is agreed yet, and its clock."""
    found = Days(live_server.url)
    monkeypatch.setattr(clock, "now", found.now)
    build_town()
    found.work()
    return found
