"""The same form sent by eight processes at once has one effect."""

import pytest

from tests.environment import scaled
from tests.factories.site import Site, copied_site

PROCESSES = 8
RACE = """
import sys, time
from uuid import UUID, uuid5
from kith.core.actions.once import once
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind
from kith.core.viewer import Door, Viewer
viewer = Viewer.system(Door.COMMAND)
def work():
    return add_organization(viewer, name="One", description="", email="", website="", kind=OrganizationKind.FAITH)
for number in range({rounds}):
    time.sleep(max(0, {start} + number * {pause} - time.time()))
    print(once(viewer, key=uuid5(UUID(int=1), str(number)), work=work))
"""
COUNT = """
from kith.directory.models import Organization
from kith.core.models import Event
print(Organization.objects.count(), Event.objects.filter(kind="directory.organization_added").count())
"""


@pytest.mark.heavy
def test_eight_processes_with_one_key_have_one_effect(
    site_template: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    import time

    rounds = scaled(100, least=5)
    with copied_site(site_template, tmp_path_factory.mktemp("once")) as site:
        start = time.time() + 6
        program = "import django; django.setup()" + RACE.format(rounds=rounds, start=start, pause=0.15)
        racers = [site.start("-c", program) for _ in range(PROCESSES)]
        outcomes = [racer.communicate(timeout=300)[0].split() for racer in racers]
        counted = site.python(COUNT)

    assert all(len(one) == rounds for one in outcomes), outcomes
    assert outcomes == [outcomes[0]] * PROCESSES
    assert counted == f"{rounds} {rounds}"
