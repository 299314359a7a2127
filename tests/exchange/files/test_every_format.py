"""Every format is recognised, taken in, and taken in again without a change; a trial writes nothing."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from kith.core.errors import BadInput, Denied
from kith.core.models import Event
from kith.directory.models import ImportRun, Service, ServiceAtLocation, SourceRecord
from kith.directory.queries.import_report import ImportReport, import_report
from kith.exchange.files.recognise import FileFormat, recognise
from kith.exchange.files.records_in import ListingFile, records_in
from kith.exchange.hsds import take_in as taking
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.hsds.take_in import take_in_records
from kith.exchange.hsds.try_out import Trial, try_out
from tests.exchange.hsds.test_take_in import all_rows
from tests.exchange.spreadsheets.test_read_spreadsheet import replaced
from tests.factories.directory import NOBODY, SYSTEM
from tests.factories.listing_files import LISTINGS, Listing, mapping_file
from tests.factories.packages import HSDS_3, folder

EACH = pytest.mark.parametrize("listing", LISTINGS.values(), ids=LISTINGS)


def file_of(listing: Listing, base: Path) -> ListingFile:
    return ListingFile(listing.write(base), "Riverside List", None, listing.mapping(base))


def taken(file: ListingFile) -> ImportReport:
    run_id = take_in_records(
        SYSTEM,
        records=records_in(file, print),
        file_name=file.path.name,
        source_name=file.source_name,
        progress=lambda _count: None,
    )
    return import_report(SYSTEM, run_id=run_id)


def tried(file: ListingFile) -> Trial:
    return try_out(
        SYSTEM, records=records_in(file, print), source_name=file.source_name, progress=lambda _count: None
    )


@EACH
def test_its_format_is_seen_from_its_content(listing: Listing, tmp_path: Path) -> None:
    file = file_of(listing, tmp_path)

    assert recognise(file.path, has_mapping=file.mapping is not None) is listing.format


@pytest.mark.django_db
@EACH
def test_a_second_run_changes_nothing_but_its_own_record(listing: Listing, tmp_path: Path) -> None:
    trial = tried(file_of(listing, tmp_path))
    assert not Event.objects.exists()
    first = taken(file_of(listing, tmp_path))
    before = all_rows()

    second = taken(file_of(listing, tmp_path))

    assert (trial.added, first.added, Service.objects.count()) == (listing.count,) * 3
    assert (second.added, second.changed, second.unchanged, second.gone) == (0, 0, listing.count, 0)
    assert all_rows() == before
    assert ImportRun.objects.count() == 2
    again = tried(file_of(listing, tmp_path))
    assert (again.added, again.changed, again.unchanged, again.fields) == (0, 0, listing.count, ())


@pytest.mark.django_db
def test_a_service_at_two_locations_is_one_service(tmp_path: Path) -> None:
    taken(file_of(LISTINGS["hsds at locations"], tmp_path))

    assert ServiceAtLocation.objects.count() == 3
    record = SourceRecord.objects.get(our_id=Service.objects.get(name="A").id).record
    assert len(record["service_at_locations"]) == 2


@pytest.mark.django_db
def test_a_killed_import_of_a_package_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 1)
    file = file_of(LISTINGS["tabular 3.1"], tmp_path)

    def die(record: RawRecord) -> RawRecord:
        if record.line > 2:
            raise KeyboardInterrupt
        return record

    with pytest.raises(KeyboardInterrupt):
        take_in_records(
            SYSTEM,
            records=map(die, records_in(file, print)),
            file_name="package",
            source_name=file.source_name,
            progress=lambda _count: None,
        )
    assert Service.objects.count() == 1

    report = taken(file)

    assert (report.added, report.unchanged) == (1, 1)


@pytest.mark.django_db
def test_a_trial_says_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    services = HSDS_3["services.csv"] + "12,1,Tea,active\n13,1,Cake,active\n"
    taken(ListingFile(folder(tmp_path, {**HSDS_3, "services.csv": services}), "S", None, None))
    changed = (
        HSDS_3["services.csv"].replace("Night shelter", "Day shelter") + "12,1,Tea,active\n14,1,New,active\n"
    )
    phones = HSDS_3["phones.csv"].replace("020 7946 0000", "020 7946 9999")
    new = folder(tmp_path, {**HSDS_3, "services.csv": changed, "phones.csv": phones}, "new")
    before, events = all_rows(), Event.objects.count()

    trial = tried(ListingFile(new, "S", None, None))

    assert (trial.added, trial.changed, trial.unchanged, trial.gone) == (1, 2, 1, 1)
    assert trial.fields == (("phones.csv.number", 1), ("services.csv.name", 1))
    assert [one.why for one in trial.not_taken] == [
        "attributes.csv, row 3: What it hangs on is not in the package: link_id."
    ]
    assert (all_rows(), Event.objects.count(), ImportRun.objects.count()) == (before, events, 1)
    report = taken(ListingFile(new, "S", None, None))
    assert (report.added, report.changed, report.unchanged, report.gone) == (1, 2, 1, 1)


@pytest.mark.django_db
def test_a_trial_needs_the_right_to_import(tmp_path: Path) -> None:
    file = file_of(LISTINGS["hsds"], tmp_path)

    with pytest.raises(Denied):
        try_out(NOBODY, records=records_in(file, print), source_name="S", progress=lambda _count: None)


@pytest.mark.django_db
def test_a_file_that_breaks_off_is_a_sentence_and_no_deletion(tmp_path: Path) -> None:
    file = file_of(LISTINGS["xlsx"], tmp_path)
    taken(file)
    last_row = '<row r="3">'
    broken = replaced(file.path, last_row, f"<nonsense {last_row}")

    report = taken(ListingFile(broken, file.source_name, None, file.mapping))

    assert (report.unchanged, report.gone, report.not_taken) == (1, 0, 1)
    assert "is broken" in report.not_taken_why[0][1]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("sheet.csv", b"Programme;Agency\n", "A spreadsheet needs a file that says what its columns are"),
        ("sheet.xls", b"\xd0\xcf\x11\xe0" + bytes(100), "This is an old Excel file"),
        ("package.zip", b"PK\x03\x04" + bytes(100), "is broken"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(BadInput) as error:
        records_in(ListingFile(path, "S", None, None), print)

    assert why in str(error.value)


def test_a_format_may_be_asked_for_and_a_folder_is_only_tables(tmp_path: Path) -> None:
    listing = LISTINGS["oruk"].write(tmp_path)

    records = list(records_in(ListingFile(listing, "S", FileFormat.ORUK, None), print))

    assert [record.raw is not None for record in records] == [True, False]
    with pytest.raises(BadInput, match="is a folder"):
        records_in(ListingFile(tmp_path, "S", FileFormat.HSDS, None), print)
    with pytest.raises(BadInput, match="There is no file"):
        records_in(ListingFile(tmp_path / "nothing", "S", None, None), print)


@pytest.mark.parametrize("size", [0, 1, 3, 40, 4000])
@pytest.mark.parametrize("name", ["list", "list.json", "list.csv", "list.xlsx"])
def test_no_bytes_are_a_crash(tmp_path: Path, size: int, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(os.urandom(size))

    with suppress(BadInput):
        for record in records_in(ListingFile(path, "S", None, None), print):
            assert record.body is not None or record.why


@pytest.mark.parametrize("forced", FileFormat)
@EACH
def test_a_wrong_format_is_sentences_and_never_a_crash(
    listing: Listing, forced: FileFormat, tmp_path: Path
) -> None:
    file = ListingFile(listing.write(tmp_path), "S", forced, mapping_file(tmp_path))
    reading = Reading()

    try:
        taken_now = [one for batch in batches(records_in(file, print), reading, print, 250) for one in batch]
    except BadInput as error:
        why = str(error)
    else:
        why = "".join(one.why for one in reading.not_taken)
        assert taken_now or why
    assert forced is listing.format or why or listing.format in {FileFormat.HSDS, FileFormat.ORUK}
