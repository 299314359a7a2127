"""A page of the interface is made once while nothing changes, and anew after any change by anybody.

In a site of its own: within a test's transaction nothing is kept.
"""

import json
from pathlib import Path

from tests.factories.site import Site, copied_site

PROGRAM = """
import json, os, sqlite3, threading
from concurrent.futures import ThreadPoolExecutor
import psycopg
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from kith.directory.actions.set_licence import set_licence
from tests.factories.directory import SYSTEM, a_service, hsds_service, taken_in

def told(method="get", path="/hsds/services"):
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(Client(SERVER_NAME="localhost"), method)(path)
    was_read = any("directory_service" in one["sql"] for one in asked.captured_queries)
    return sorted(one["name"] for one in answer.json()["contents"]), was_read

def by_another_program():
    change = "UPDATE directory_service SET name = 'Broth' WHERE name = 'Soup'"
    if connection.vendor == "postgresql":
        with psycopg.connect(os.environ["DATABASE_URL"]) as other:
            other.execute(change)
        return
    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as other:
        other.execute(change)

def in_a_thread(work):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()

def both():
    told()
    return [told(), told()]

a_service("Soup")
taken_in(hsds_service("Stew"))
found = {"first": told(), "again": told(), "other page": told(path="/hsds/services?page=2"), "post": told("post")}
set_licence(SYSTEM, source_name="Riverside List", licence="CC0", licence_url="", attribution="")
found["licensed"] = told()
set_licence(SYSTEM, source_name="Riverside List", licence="", licence_url="", attribution="")
found["licence gone"] = told()
by_another_program()
found["changed elsewhere"] = told()
found["a thread that just came"], found["and looks again"] = in_a_thread(both)
in_a_thread(lambda: a_service("Bread"))
found["changed in another thread"] = told()
print(json.dumps(found))
"""


def test_a_page_is_made_once_while_nothing_changes_and_anew_after_any_change(
    site_template: Site, tmp_path: Path
) -> None:
    with copied_site(site_template, tmp_path) as site:
        found = json.loads(site.python(PROGRAM).splitlines()[-1])

    assert found == {
        "first": [["Soup"], True],
        "again": [["Soup"], False],
        "other page": [[], True],
        "post": [["Soup"], True],
        "licensed": [["Soup", "Stew"], True],
        "licence gone": [["Soup"], True],
        "changed elsewhere": [["Broth"], True],
        "a thread that just came": [["Broth"], False],
        "and looks again": [["Broth"], False],
        "changed in another thread": [["Bread", "Broth"], True],
    }
