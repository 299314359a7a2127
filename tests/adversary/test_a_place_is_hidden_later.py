"""A place that was public and is not for everybody any more: everything forgets it, and nothing brings it back."""

from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from kith.core import clock
from kith.core.viewer import Role, Viewer
from kith.core.worker import work_off
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.actions.set_licence import set_licence
from kith.directory.models import Accessibility, Address, Contact, Location, Phone
from kith.directory.policies.field_change import May, field_changes
from kith.directory.queries.find_services import find_services
from kith.directory.records import Json
from kith.exchange.hsds import take_in as taking
from tests.adversary.canaries import Canaries, source_key
from tests.adversary.hidden_town import SOURCE, come_and_go, index_files, our_id, stored, taken
from tests.exchange.hsds.test_take_in import all_rows
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_host, coordinator_of
from tests.promises.seats import text_of

pytestmark = pytest.mark.django_db

# Lists of a place, whose rows can be kept back one by one.
KEPT_BACK = {"addresses": Address, "contacts": Contact, "phones": Phone, "accessibility": Accessibility}
PLACE = "location.addresses.city", "location.addresses.postal_code"


def a_listing(canaries: Canaries, name: str, *, at: dict[str, Json], of: str) -> dict[str, Json]:
    """A service of an organisation at that place."""
    return {
        "id": source_key(of),
        "name": name,
        "status": "active",
        "organization": {"id": source_key(f"{of} org"), "name": f"{of} trust", "description": "Near you."},
        "service_at_locations": [{"id": source_key(f"{of} there"), "location": at}],
    }


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def house(canaries: Canaries) -> dict[str, Json]:
    return canaries.filled("location", "location")


@pytest.fixture
def once_public(canaries: Canaries, house: dict[str, Json], tmp_path: Path, cache_table: None) -> None:
    """Advice and a laundry of two organisations in one house, which everybody may know."""
    taken(tmp_path, [advice(canaries, house), laundry(canaries, house)])
    set_licence(SYSTEM, source_name=SOURCE, licence="CC0-1.0", licence_url="", attribution="The county")


def advice(canaries: Canaries, house: dict[str, Json]) -> dict[str, Json]:
    return a_listing(canaries, "Advice", at=house, of="advice")


def refuge(canaries: Canaries, house: dict[str, Json]) -> dict[str, Json]:
    """The same record, as the source writes it since the house is a refuge."""
    return a_listing(canaries, "Domestic violence advice", at=house, of="advice")


def laundry(canaries: Canaries, house: dict[str, Json], *, name: str = "Laundry") -> dict[str, Json]:
    return a_listing(canaries, name, at=house, of="laundry")


def shown() -> list[str]:
    """What anybody gets of both, by page, by program and by search."""
    client = Client()
    ids = [our_id("service", of) for of in ("advice", "laundry")]
    return [
        *(text_of(client.get(f"/services/{one}/")) for one in ids),
        *(text_of(client.get(f"/hsds/services/{one}")) for one in ids),
        text_of(client.get("/hsds/service_at_locations")),
        text_of(client.get("/hsds/taxonomy_terms")),
    ]


def telling(canaries: Canaries) -> set[str]:
    """Where it still stands."""
    told = canaries.found_in("".join(shown()))
    kept = {table for table, text in stored() if canaries.found_in(text)}
    return kept | {"a page or interface"} if told else kept


def typed(canaries: Canaries) -> list[str]:
    return [canaries.sign(where) for where in PLACE]


@pytest.mark.usefixtures("once_public")
def test_pages_programs_and_the_index_forget_it_for_every_service_there(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path
) -> None:
    before, client = clock.now(), Client()
    address = f"/hsds/services/{our_id('service', 'laundry')}"
    tag = client.get(address)["ETag"]
    assert telling(canaries) > {"a page or interface"}
    assert all(find(words=word) == 2 and find(near=word) == 2 for word in typed(canaries))

    taken(tmp_path, [refuge(canaries, house), laundry(canaries, house)])

    assert telling(canaries) == set()
    assert not any(find(words=word) for word in typed(canaries))
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert not canaries.found_in(text_of(again))
    newer = client.get("/hsds/services", {"modified_after": before.isoformat(), "minimal": "true"}).json()
    assert newer["total_items"] == 2


@pytest.mark.usefixtures("once_public")
def test_no_file_of_the_search_index_keeps_it_once_the_worker_has_worked(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path
) -> None:
    keep_search_generation(SYSTEM)
    assert {canaries.sign(one) for one in PLACE} <= {canaries.sign(one) for one in on_disk(canaries)}

    taken(tmp_path, [refuge(canaries, house), laundry(canaries, house)])
    work_off()

    assert on_disk(canaries) == set()
    assert list(index_files())


def on_disk(canaries: Canaries) -> set[str]:
    return {where for _, text in index_files() for where in canaries.found_in(text)}


@pytest.mark.usefixtures("once_public")
def test_what_a_field_said_of_it_before_is_a_secret_too(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path
) -> None:
    own, service_id = our_id("organization", "advice org"), our_id("service", "advice")
    come_and_go(coordinator_of(own), service_id, canaries.sign("location.addresses.address_1"))
    assert said_before(NOBODY, service_id, canaries) == {"location.addresses.address_1"}

    told = {**refuge(canaries, house), "description": "We listen."}
    taken(tmp_path, [told, laundry(canaries, house)])

    curator = staff(Role.CURATOR, organization_id=a_host())
    assert said_before(NOBODY, service_id, canaries) | said_before(curator, service_id, canaries) == set()
    assert said_before(coordinator_of(own), service_id, canaries) == {"location.addresses.address_1"}


@pytest.mark.usefixtures("once_public")
def test_the_history_of_others_who_are_there_forgets_it_too(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path
) -> None:
    own, service_id = our_id("organization", "laundry org"), our_id("service", "laundry")
    street = canaries.sign("location.addresses.address_1")
    come_and_go(coordinator_of(own), service_id, street)
    assert said_before(NOBODY, service_id, canaries) == {"location.addresses.address_1"}

    taken(tmp_path, [refuge(canaries, house), laundry(canaries, house)])
    assert said_before(NOBODY, service_id, canaries) == set()
    come_and_go(coordinator_of(own), service_id, f"the house, {street}")
    Location.objects.update(organization=None)
    come_and_go(coordinator_of(own), service_id, f"us at {street}")

    assert said_before(NOBODY, service_id, canaries) == set()


@pytest.mark.usefixtures("once_public")
def test_only_those_whose_refuge_it_is_still_know_it(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path
) -> None:
    taken(tmp_path, [laundry(canaries, house), refuge(canaries, house)])

    rows = Location.objects.filter(is_confidential=True)

    assert {row.organization_id for row in rows} == {our_id("organization", "advice org")}


@pytest.mark.parametrize("at_once", [1, 250])
@pytest.mark.usefixtures("once_public")
def test_a_record_that_knows_nothing_of_it_does_not_show_it_again(
    canaries: Canaries,
    house: dict[str, Json],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at_once: int,
) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", at_once)
    taken(tmp_path, [refuge(canaries, house), laundry(canaries, house)])

    moved = {**house, "name": canaries.word("location.name, once more")}
    taken(tmp_path, [laundry(canaries, moved, name="Laundry and tea"), refuge(canaries, moved)])
    taken(tmp_path, [refuge(canaries, moved), laundry(canaries, moved, name="Laundry again")])
    taken(tmp_path, [{**advice(canaries, moved), "name": "Advice"}, moved])

    assert telling(canaries) == set()
    assert Location.objects.get().organization_id == our_id("organization", "advice org")


@pytest.mark.usefixtures("once_public")
def test_a_second_run_changes_nothing_more(
    canaries: Canaries, house: dict[str, Json], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 1)
    both = [refuge(canaries, house), laundry(canaries, house)]
    taken(tmp_path, both)
    rows = all_rows()

    report = taken(tmp_path, both)

    assert (report.added, report.changed, report.unchanged) == (0, 0, 2)
    assert all_rows() == rows


@pytest.mark.usefixtures("once_public")
def test_a_row_that_is_kept_back_by_itself_takes_along_what_hangs_on_it(canaries: Canaries) -> None:
    before = {where.split(".")[1] for where in canaries.found_in("".join(shown()))}
    assert before >= set(KEPT_BACK)

    for model in KEPT_BACK.values():
        model.objects.update(is_confidential=True)

    told = canaries.found_in("".join(shown()))
    assert told
    assert not {where for where in told if where.split(".")[1] in KEPT_BACK and "taxonomy" not in where}


def said_before(viewer: Viewer, service_id: UUID, canaries: Canaries) -> set[str]:
    """What the history of the listing tells this viewer of the house."""
    rows = field_changes(viewer, May.READ).filter(resource_id=service_id)
    return canaries.found_in(str(list(rows.values_list("previous_value", "replacement_value"))))


def find(*, words: str = "", near: str = "") -> int:
    return find_services(NOBODY, words=words, near=near, topics=[], facts=[], languages=[], page=1).total
