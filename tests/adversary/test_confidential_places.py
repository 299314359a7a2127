"""Where a refuge stands is told to nobody but the refuge: on no page, interface, export, search, log or mail.

Everything that leads to its door is a canary, each kind of value its own. Those with the right do see each of
them, and planted leaks are found: so this can fail.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import get_resolver, reverse

from kith.accounts.models import User
from kith.cli.management.commands import export_hsds
from kith.core import written_once
from kith.core.viewer import Role, Viewer
from kith.directory import search_documents
from kith.directory.models import ImportRun, Service, ServiceAtLocation
from kith.directory.policies import place
from kith.directory.policies.field_change import May, field_changes
from kith.directory.policies.who import EVERY
from kith.directory.queries.find_services import ServiceResults, find_services
from kith.directory.queries.service_page import ServicePage, service_page
from kith.directory.queries.whole_services import whole_services
from kith.directory.reading.facts import facts_of
from kith.directory.records import Json
from kith.exchange.hsds.to_body import to_body
from kith.web.directory import listing_pages
from tests.adversary.canaries import source_key
from tests.adversary.hidden_town import SOURCE, HiddenTown, a_hidden_town, stored
from tests.browser.routes import FOR_PROGRAMS
from tests.browser.routes import _patterns as patterns
from tests.factories.care import CareTown, a_draft, a_name_told, a_need, an_ask, work_off
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_place, a_service, at, coordinator_of
from tests.promises.seats import by_link, everybody_at, mails, on_every_page

pytestmark = pytest.mark.django_db

AT = "service_at_location"
# What of a place stands on a service's own page.
ON_A_PAGE = (
    "name",
    "description",
    "transportation",
    "latitude",
    "longitude",
    "phones.number",
    "addresses.attention",
    "addresses.address_1",
    "addresses.address_2",
    "addresses.city",
    "addresses.state_province",
    "addresses.postal_code",
    "schedules.notes",
)
TOO_FAR = 9_876_540
# Values that cannot be used, each with a canary of its own in it.
FAULTS: tuple[tuple[str, Json], ...] = (
    ("id", "zqxvkwaaaa Rose Lane"),
    ("location_type", "zqxvkwaaaa"),
    ("latitude", TOO_FAR),
    ("addresses.address_type", "zqxvkwaaaa"),
    ("phones.id", "zqxvkwaaaa"),
    ("schedules.valid_from", "zqxvkwaaaa"),
    ("schedules.opens_at", "zqxvkwaaaa"),
    ("schedules.freq", "zqxvkwaaaa"),
    ("contacts.phones.languages.attributes.link_id", "zqxvkwaaaa"),
)
LOUD = ("", "django", "django.request", "django.security.csrf", "kith")
WAYS = ("", "?full=true", "?format=ndjson", "?minimal=true", "?full_service=true&full=true")


@pytest.fixture
def town(tmp_path: Path, cache_table: None) -> HiddenTown:
    return a_hidden_town(tmp_path)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that any library logs, whatever the site's own levels are."""
    # It writes out whatever a template is given: the site's own level keeps it still.
    caplog.set_level(logging.INFO, logger="django.template")
    for name in LOUD:
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def leaks(town: HiddenTown, texts: Iterable[tuple[str, str]]) -> list[str]:
    """Which canaries stand in which of the texts."""
    return [
        f"{where}: {sorted(found)[:9]}" for where, text in texts if (found := town.canaries.found_in(text))
    ]


def on_pages(client: Client, who: str) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(on_every_page(client)):
        yield f"page {number} for {who}", text


def by_interface(town: HiddenTown) -> Iterator[tuple[str, str]]:
    """Every address for programs, in every way; those of one record with the refuge's ids."""
    client, ids = Client(), [town.service_id, town.refuge_id, *hidden_ids(town)]
    for name, parts in programs_addresses():
        for one in ids if parts and parts[0].endswith("_id") else [None]:
            address = reverse(name, args=[one] if one else ["x"] * len(parts))
            for way in WAYS if one in {None, town.service_id, town.refuge_id} else WAYS[:1]:
                yield f"{address}{way}", whole(client.get(f"{address}{way}"))
            if one is None:
                yield f"POST {address}", whole(client.post(address, {"full": "true"}))


def hidden_ids(town: HiddenTown) -> list[UUID]:
    """Those under which the interfaces would answer."""
    return list(ServiceAtLocation.objects.filter(service_id=town.service_id).values_list("pk", flat=True))


def programs_addresses() -> list[tuple[str, tuple[str, ...]]]:
    """Each address of an interface, and the parts that it takes."""
    found = [(one.name, tuple(one.pattern.converters)) for one in patterns(get_resolver().url_patterns)]
    return [(name, parts) for name, parts in found if name and name.startswith(FOR_PROGRAMS)]


def in_exports(folder: Path) -> Iterator[tuple[str, str]]:
    for form in ("json", "ndjson", "csv"):
        call_command("export_hsds", str(folder / form), format=form, verbosity=0)
        for path in sorted((folder / form).iterdir()):
            yield f"{form} {path.name}", path.read_text("utf-8")


def whole(response: HttpResponseBase) -> str:
    return b"".join(iter(response)).decode() + str(response.headers)  # type: ignore[call-overload]


def test_nobody_without_the_right_is_told_by_any_page(
    town: HiddenTown, logged: pytest.LogCaptureFixture
) -> None:
    asked = [a_draft(town.care), an_ask(with_a_need(town)), a_name_told(with_a_need(town))]
    work_off()
    browsers = {
        "nobody": Client(),
        "the person": persons_browser(town),
        "the host": everybody_at(town.care.town.holder_id),
        "another partner": everybody_at(town.other_id),
    }

    pages = [page for who, client in browsers.items() for page in on_pages(client, who)]
    links = [("a link", text) for text in by_link(town.care, asked)]

    assert not leaks(town, [*pages, *links, ("mails", mails()), ("the log", logged.text), *stored()])
    assert sum("Domestic violence refuge" in text for _, text in [*pages, *links]) > len(browsers)
    assert logged.text


def test_no_interface_and_no_export_tells_it(
    town: HiddenTown, tmp_path: Path, logged: pytest.LogCaptureFixture
) -> None:
    answers, files = list(by_interface(town)), list(in_exports(tmp_path))

    assert not leaks(town, [*answers, *files, ("the log", logged.text), *stored()])
    assert sum("Domestic violence refuge" in text for _, text in [*answers, *files]) > len(WAYS)


def test_those_with_the_right_see_every_canary(town: HiddenTown) -> None:
    planted, page = set(town.canaries.planted.values()), f"/services/{town.service_id}/"
    viewer = coordinator_of(town.refuge_id)

    record = told_to(viewer, town)
    text = everybody_at(town.refuge_id).get(page).content.decode()

    assert town.canaries.found_in(record) >= planted
    assert town.canaries.found_in(text) >= {f"{AT}.location.{one}" for one in ON_A_PAGE}


def test_each_role_has_the_right_at_the_refuge_only(town: HiddenTown) -> None:
    planted = set(town.canaries.planted.values())

    for role in Role:
        assert town.canaries.found_in(told_to(staff(role, organization_id=town.refuge_id), town)) >= planted
        assert not town.canaries.found_in(
            told_to(staff(role, organization_id=town.care.town.holder_id), town)
        )
    everything_else = staff(*Role, organization_id=town.other_id)
    for nobody in (NOBODY, everything_else, staff(organization_id=town.refuge_id), town.care.person):
        assert not town.canaries.found_in(told_to(nobody, town))


@pytest.mark.parametrize("near", ["addresses.postal_code", "addresses.city", "addresses.state_province"])
def test_searching_near_the_refuge_does_not_find_it(town: HiddenTown, near: str) -> None:
    typed = next(word for word, where in town.canaries.planted.items() if where == f"{AT}.location.{near}")
    unlike = find(NOBODY, near="zz9 9zz")

    for viewer in (NOBODY, staff(*Role, organization_id=town.other_id), town.care.navigator):
        assert find(viewer, near=typed) == unlike
        assert find(viewer, words=typed).total == 0
    for way in (f"postcode={typed}", f"postcode={typed}&proximity=50000", f"search={typed}", f"near={typed}"):
        for name in ("service_at_locations", "services"):
            found = Client().get(f"/hsds/{name}?{way}&organization_id={town.refuge_id}").json()["total_items"]
            assert found == (name == "services" and way.startswith("postcode")), way
    listed = find(coordinator_of(town.refuge_id), near="").lines
    assert "Domestic violence refuge" in {line.name for line in listed}


def test_a_public_place_beside_the_refuge_does_not_bring_it_nearer(town: HiddenTown) -> None:
    spot = ServiceAtLocation.objects.get(service_id=town.service_id).location
    a_service("Laundry", details=at(a_place(spot.latitude, spot.longitude, city="Eastham")))

    lines = {line.name: line for line in find(NOBODY, near="Eastham").lines}
    by_program = Client().get("/hsds/service_at_locations?postcode=NG1 5AA&proximity=5000").json()
    point = f"{spot.latitude},{spot.longitude}"
    west, south = spot.longitude - 0.1, spot.latitude - 0.1
    around = f"{west:.4f},{south:.4f},{west + 0.2:.4f},{south + 0.2:.4f}"

    assert lines["Laundry"].distance_km == pytest.approx(0, abs=0.1)
    assert lines["Domestic violence refuge"].distance_km is None
    assert by_program["total_items"] == 1
    for way in (f"near={point}", f"bbox={around}", "near=Eastham&radius=50000"):
        found = Client().get(f"/hsds/services?{way}").json()["contents"]
        assert [one["name"] for one in found] == ["Laundry"], way
    near = {line.name: line for line in find(coordinator_of(town.refuge_id), near="Eastham").lines}
    assert near["Domestic violence refuge"].distance_km is None, "the search knows public places only"


def test_no_sentence_about_a_faulty_record_repeats_what_it_says_of_the_place(
    town: HiddenTown, tmp_path: Path, capsys: pytest.CaptureFixture[str], logged: pytest.LogCaptureFixture
) -> None:
    town.canaries.number("latitude", TOO_FAR)
    faulty = [faulty_refuge(town, number, *fault) for number, fault in enumerate(FAULTS)]
    path = tmp_path / "faulty.ndjson"
    path.write_text("\n".join(map(json.dumps, [*faulty, town.body])), encoding="utf-8")

    for extra in ({"dry_run": True}, {}):
        call_command("import_hsds", str(path), source=SOURCE, **extra)

    said = capsys.readouterr()
    run = ImportRun.objects.latest("started_at")
    assert run.not_taken == len(FAULTS) == said.out.count("service_at_locations[0].location.") // 2
    told = [("said", said.out + said.err), ("the run", str(run.not_taken_why)), ("the log", logged.text)]
    assert not leaks(town, [*told, *stored()])


def test_what_a_text_said_of_the_street_before_is_told_to_the_refuge_only(town: HiddenTown) -> None:
    street = {f"{AT}.location.addresses.address_1"}

    for nobody in (NOBODY, town.care.navigator, staff(*Role, organization_id=town.care.town.holder_id)):
        assert not town.canaries.found_in(history(nobody))
    assert town.canaries.found_in(history(coordinator_of(town.refuge_id))) == street


def history(viewer: Viewer) -> str:
    return str(list(field_changes(viewer, May.READ).values_list("previous_value", "replacement_value")))


def faulty_refuge(town: HiddenTown, number: int, path: str, value: Json) -> dict[str, Json]:
    """The refuge as a record of its own, in which one value of the place cannot be used."""
    body: dict[str, Json] = json.loads(json.dumps({**town.body, "id": source_key(f"faulty {number}")}))
    inner = body["service_at_locations"][0]["location"]  # type: ignore[index,call-overload]
    *way, last = path.split(".")
    for step in way:
        inner = inner[step][0]  # type: ignore[index,call-overload]
    inner[last] = value  # type: ignore[index,call-overload]
    return body


def find(viewer: Viewer, *, words: str = "", near: str = "") -> ServiceResults:
    return find_services(viewer, words=words, near=near, topics=[], facts=[], languages=[], page=1)


def with_a_need(town: HiddenTown) -> CareTown:
    care = town.care
    return replace(care, need_id=a_need(care.navigator, care.town.person_id))


def persons_browser(town: HiddenTown) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=town.care.login_id))
    return client


def told_to(viewer: Viewer, town: HiddenTown) -> str:
    """All that is to be known of the refuge, as this viewer may read it."""
    whole = whole_services(viewer, service_ids=[town.service_id])
    page = service_page(viewer, service_id=town.service_id)
    return json.dumps([to_body("service", one) for one in whole], ensure_ascii=False) + repr(page)


def a_policy_without_its_filter(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(written_once, "VISITOR", None)  # what was written with the filter would be asked again
    patch.setattr(place, "_shown", lambda _viewer, _path: EVERY)


def a_log_line(patch: pytest.MonkeyPatch) -> None:
    def see(_viewer: Viewer, *, service_id: UUID) -> ServicePage:
        logging.getLogger("kith.web").debug("Shown: %s", service_page(SYSTEM, service_id=service_id))
        return service_page(NOBODY, service_id=service_id)

    patch.setattr(listing_pages, "see_service", see)


def an_export_by_the_system(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(export_hsds, "ANYBODY", SYSTEM)


def an_index_by_the_system(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(search_documents, "facts_of", lambda _viewer, ids: facts_of(SYSTEM, ids))
    search_documents.write_search_documents(Service.objects.values_list("pk", flat=True))


PLANTS: dict[Callable[[pytest.MonkeyPatch], None], set[str]] = {
    a_policy_without_its_filter: {"page", "interface", "export"},
    a_log_line: {"log"},
    an_export_by_the_system: {"export"},
    an_index_by_the_system: {"store"},
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_leak_is_found(
    town: HiddenTown,
    tmp_path: Path,
    logged: pytest.LogCaptureFixture,
    plant: Callable[[pytest.MonkeyPatch], None],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        found = {
            "page": [("", Client().get(f"/services/{town.service_id}/").content.decode())],
            "interface": [("", whole(Client().get(f"/hsds/services/{town.service_id}")))],
            "export": list(in_exports(tmp_path)),
            "log": [("", logged.text)],
            "store": list(stored()),
        }

    assert {name for name, texts in found.items() if leaks(town, texts)} == PLANTS[plant]
