"""Sixty-four at the same moment on ten places: exactly ten, in processes of their own, on a real database."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.factories.site import Site, copied_site

PROCESSES, TAKERS_EACH, PLACES = 4, 16, 10
SETUP = """
from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.models import Service
from tests.factories.directory import SYSTEM, a_service
service_id = a_service()
set_places(SYSTEM, service_id=service_id, places_left={places}, as_of=clock.now())
print(service_id)
"""
TAKE = """
import sys, time
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID
from django.db import connection
from kith.core.viewer import Door, Viewer
from kith.directory.actions.take_place import take_place
from kith.directory.errors import NoPlacesLeft

def take(_number):
    try:
        take_place(Viewer.system(Door.WORKER), service_id=UUID("{service_id}"))
    except NoPlacesLeft:
        return 0
    finally:
        connection.close()
    return 1

time.sleep(max(0.0, {start} - time.time()))
with ThreadPoolExecutor({takers}) as pool:
    print(sum(pool.map(take, range({takers}))))
"""
LEFT = """
from kith.core.models import Event
from kith.directory.models import Service
print(Service.objects.get().places_left, Event.objects.filter(kind="directory.place_taken").count())
"""
TIME_TO_START = 6.0


def test_of_sixty_four_exactly_ten_get_a_place(site_template: Site, tmp_path: Path) -> None:
    with copied_site(site_template, tmp_path / "site") as site:
        service_id = site.python(SETUP.format(places=PLACES))
        program = TAKE.format(service_id=service_id, takers=TAKERS_EACH, start=time.time() + TIME_TO_START)

        with ThreadPoolExecutor(PROCESSES) as pool:
            taken = list(pool.map(lambda _one: int(site.python(program)), range(PROCESSES)))

        assert PROCESSES * TAKERS_EACH == 64
        assert sum(taken) == PLACES
        assert site.python(LEFT) == f"0 {PLACES}"
