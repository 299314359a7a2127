"""Taking in a whole file: counts, doing it again, changes, what has gone, a killed run."""

import json
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps

from kith.core import clock
from kith.core.errors import BadInput, Denied
from kith.core.models import Event
from kith.directory.actions.set_places import set_places
from kith.directory.models import (
    ImportRun,
    Location,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
    SourceRecord,
)
from kith.directory.policies.place import details
from kith.directory.queries.find_services import find_services
from kith.directory.queries.import_report import ImportReport, import_report
from kith.directory.queries.service_page import service_page
from kith.directory.records import Json
from kith.directory.terms import RunStatus
from kith.exchange.hsds import take_in as taking
from kith.exchange.hsds.take_in import take_in
from tests.factories.directory import NOBODY, SYSTEM, hsds_service, source_id

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[2] / "directory/files"


def written(folder: Path, bodies: Iterable[dict[str, Json] | str]) -> Path:
    path = folder / "list.ndjson"
    lines = (one if isinstance(one, str) else json.dumps(one) for one in bodies)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def taken(path: Path, *, source: str = "Riverside List") -> ImportReport:
    run_id = take_in(SYSTEM, path=path, source_name=source, progress=lambda _count: None)
    return import_report(SYSTEM, run_id=run_id)


def all_rows() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the directory but the runs."""
    models = [model for model in apps.get_app_config("directory").get_models() if model is not ImportRun]
    return {model.__name__: sorted(map(tuple, model.objects.values_list()), key=str) for model in models}  # type: ignore[attr-defined]


def test_invented_listings_come_in_with_their_sentences() -> None:
    report = taken(FILES / "riverside.ndjson")

    assert (report.added, report.changed, report.unchanged, report.not_taken) == (3, 0, 0, 3)
    assert [line for line, _why in report.not_taken_why] == [2, 4, 6]
    assert report.status == RunStatus.FINISHED
    assert Organization.objects.count() == 2


def test_a_second_run_changes_nothing_but_its_own_record() -> None:
    taken(FILES / "riverside.ndjson")
    before, events = all_rows(), Event.objects.count()

    report = taken(FILES / "riverside.ndjson")

    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
    assert all_rows() == before
    assert ImportRun.objects.count() == 2
    assert Event.objects.count() == events + 2


def test_a_changed_record_changes_its_rows_and_keeps_our_ids_and_our_words(tmp_path: Path) -> None:
    phones: Json = [{"id": source_id("p"), "number": "988"}]
    taken(written(tmp_path, [hsds_service(phones=phones), hsds_service("Other")]))
    service, phone = Service.objects.get(name="Food pantry"), Phone.objects.get()
    set_places(SYSTEM, service_id=service.id, places_left=4, as_of=clock.now())
    more: Json = [{"id": source_id("q"), "number": "111"}, {"id": source_id("p"), "number": "999"}]

    report = taken(
        written(tmp_path, [hsds_service(phones=more, description="New words"), hsds_service("Other")])
    )

    assert (report.added, report.changed, report.unchanged) == (0, 1, 1)
    changed = Service.objects.get(name="Food pantry")
    assert (changed.id, changed.description, changed.places_left) == (service.id, "New words", 4)
    assert list(Phone.objects.order_by("position").values_list("number", flat=True)) == ["111", "999"]
    assert Phone.objects.get(number="999").id == phone.id
    assert (
        find_services(NOBODY, words="new words", near="", topics=(), languages=(), facts=(), page=1).total
        == 1
    )


def test_our_ids_are_ours_and_lead_back_to_the_record(tmp_path: Path) -> None:
    taken(written(tmp_path, [hsds_service()]))

    mark = SourceRecord.objects.get(kind="service")
    service = Service.objects.get()
    assert (mark.source_key, mark.our_id) == (source_id("Food pantry"), service.id)
    assert service.id != UUID(source_id("Food pantry"))
    assert service.id.version == 7
    assert mark.record == hsds_service()


def test_what_the_file_no_longer_has_is_marked_and_never_deleted(tmp_path: Path) -> None:
    bodies = [hsds_service(name) for name in ("A", "B", "C")]
    taken(written(tmp_path, bodies))

    report = taken(written(tmp_path, bodies[:2]))

    assert report.gone == 1
    gone = Service.objects.get(name="C")
    assert service_page(NOBODY, service_id=gone.id).origin.is_gone
    assert not service_page(NOBODY, service_id=Service.objects.get(name="A").id).origin.is_gone
    assert taken(written(tmp_path, bodies)).changed == 1
    assert not service_page(NOBODY, service_id=gone.id).origin.is_gone


@pytest.mark.parametrize("rest", [[], ["{broken"]])
def test_a_file_cut_short_or_unreadable_marks_nothing(tmp_path: Path, rest: list[str]) -> None:
    bodies = [hsds_service(name) for name in ("A", "B", "C")]
    taken(written(tmp_path, bodies))
    kept = bodies[:1] if not rest else bodies[:2]

    report = taken(written(tmp_path, [*kept, *rest]))

    assert report.gone == 0


def test_a_record_that_turned_bad_is_not_gone(tmp_path: Path) -> None:
    bodies = [hsds_service(name) for name in ("A", "B", "C")]
    taken(written(tmp_path, bodies))

    report = taken(written(tmp_path, [*bodies[:2], {**bodies[2], "status": "open"}]))

    assert (report.gone, report.not_taken, report.unchanged) == (0, 1, 2)


def test_an_id_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    report = taken(written(tmp_path, [hsds_service(), hsds_service(description="Again")]))

    assert (report.added, report.not_taken) == (1, 1)
    assert report.not_taken_why == ((2, "This id stands in line 1 already."),)


def test_one_bad_service_does_not_take_its_sisters_along(tmp_path: Path) -> None:
    good, bad = hsds_service("Good"), hsds_service("Bad", status="open")
    organization: dict[str, Json] = {"id": source_id("o"), "name": "O", "services": [bad, good]}

    report = taken(written(tmp_path, [organization]))

    assert (report.added, report.not_taken) == (1, 1)
    assert Organization.objects.get().name == "O"


def test_two_sources_may_use_the_same_ids(tmp_path: Path) -> None:
    path = written(tmp_path, [hsds_service()])

    taken(path, source="One")
    taken(path, source="Two")

    assert Service.objects.count() == 2


def test_a_location_named_twice_by_a_service_is_one_link(tmp_path: Path) -> None:
    link: dict[str, Json] = {"location": {"id": source_id("hall"), "location_type": "physical"}}
    links: Json = [{"id": source_id("l1"), **link}, {"id": source_id("l2"), **link}]

    taken(written(tmp_path, [hsds_service(service_at_locations=links)]))

    assert ServiceAtLocation.objects.count() == 1


def test_six_places_on_one_point_are_a_stand_in_and_five_are_not(tmp_path: Path) -> None:
    def bodies(count: int) -> list[dict[str, Json]]:
        return [
            hsds_service(
                f"S{one}",
                service_at_locations=[
                    {
                        "id": source_id(f"l{one}"),
                        "location": {
                            "id": source_id(f"h{one}"),
                            "location_type": "physical",
                            "latitude": 51.5,
                            "longitude": -0.1,
                        },
                    }
                ],
            )
            for one in range(count)
        ]

    taken(written(tmp_path, bodies(5)))
    assert Location.objects.filter(is_point_trusted=True).count() == 5
    taken(written(tmp_path, bodies(6)))
    assert Location.objects.filter(is_point_trusted=True).count() == 0


def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 2)
    path = written(tmp_path, [hsds_service(f"S{one}") for one in range(5)])
    killed_after = 2

    def die(_count: int, seen: list[int] = []) -> None:  # noqa: B006 (counts the calls)
        seen.append(1)
        if len(seen) > killed_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(SYSTEM, path=path, source_name="Riverside List", progress=die)
    assert Service.objects.count() == 2

    report = taken(path)

    assert (report.added, report.unchanged) == (3, 2)


def test_one_event_a_run_and_a_batch_and_none_a_row(tmp_path: Path) -> None:
    taken(written(tmp_path, [hsds_service(f"S{one}") for one in range(30)]))

    assert list(Event.objects.order_by("at", "id").values_list("kind", flat=True)) == [
        "directory.import_started",
        "directory.import_batch_written",
        "directory.import_finished",
    ]


def test_no_file_no_name_and_no_right_are_said(tmp_path: Path) -> None:
    path = written(tmp_path, [hsds_service()])

    with pytest.raises(BadInput, match="There is no file"):
        take_in(SYSTEM, path=tmp_path / "nothing", source_name="S", progress=lambda _count: None)
    with pytest.raises(BadInput, match="name"):
        take_in(SYSTEM, path=path, source_name=" ", progress=lambda _count: None)
    with pytest.raises(Denied):
        take_in(NOBODY, path=path, source_name="S", progress=lambda _count: None)

    assert not ImportRun.objects.exists()


def test_every_detail_of_a_confidential_site_is_hidden_after_import(tmp_path: Path) -> None:
    location: Json = {
        "id": source_id("hall"),
        "location_type": "physical",
        "phones": [{"id": source_id("p"), "number": "0115 555 0199"}],
    }
    links: Json = [{"id": source_id("l"), "location": location}]

    taken(written(tmp_path, [hsds_service("Domestic violence refuge", service_at_locations=links)]))

    assert Phone.objects.exists()
    assert not details(NOBODY, Phone).exists()
