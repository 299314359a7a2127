"""What the fields of listings say now, as texts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.keeping.fields import FIELDS, LISTS
from kith.directory.keeping.hours import hours_lines
from kith.directory.keeping.texts import language_line, lines_of, phone_line
from kith.directory.models import Detail, Language, Organization, Phone, Schedule, Service
from kith.directory.policies.place import details
from kith.directory.reading.grouped import grouped
from kith.directory.records import LanguageRecord, OrganizationRecord, PhoneRecord, ServiceRecord
from kith.directory.terms import ListingKind

Texts = dict[str, str]
DetailT = TypeVar("DetailT", bound=Detail)


def texts_of_services(viewer: Viewer, rows: Sequence[Service]) -> dict[UUID, Texts]:
    """Every field of these services by its name. Three statements; what is kept back is not among it."""
    ids = [row.id for row in rows]
    phones = _open(details(viewer, Phone).filter(service_id__in=ids, contact__isnull=True), _of_service)
    languages = _open(details(viewer, Language).filter(service_id__in=ids, phone__isnull=True), _of_service)
    hours = _open(details(viewer, Schedule).filter(service_id__in=ids), _of_service)
    return {
        row.id: {
            **_columns(row, ListingKind.SERVICE),
            "phones": phones_text(phones.get(row.id, [])),
            "languages": languages_text(languages.get(row.id, [])),
            "schedules": _joined(line for one in hours.get(row.id, []) for line in hours_lines(one)),
        }
        for row in rows
    }


def texts_of_organizations(viewer: Viewer, rows: Collection[Organization]) -> dict[UUID, Texts]:
    """Every field of these organisations by its name. One statement."""
    ids = [row.id for row in rows]
    own = details(viewer, Phone).filter(organization_id__in=ids, contact__isnull=True)
    phones = _open(own, lambda row: row.organization_id)
    return {
        row.id: {
            **_columns(row, ListingKind.ORGANIZATION),
            "phones": phones_text(phones.get(row.id, [])),
        }
        for row in rows
    }


def texts_in_service(record: ServiceRecord) -> Texts:
    """The same of a source's record."""
    one = record.details
    columns = {**one.plain(), "name": record.name, "description": record.description}
    return {
        **_texts(columns, ListingKind.SERVICE),
        "phones": phones_text(one.phones),
        "languages": languages_text(record.languages),
        "schedules": _joined(line for hours in one.schedules for line in hours_lines(hours)),
    }


def texts_in_organization(record: OrganizationRecord) -> Texts:
    """The same of a source's record."""
    return {**_texts(record.plain(), ListingKind.ORGANIZATION), "phones": phones_text(record.phones)}


def mark_of_text(text: str) -> str:
    """A short digest, to tell later whether a field still says what a page showed."""
    return sha256("\n".join(text.split("\r\n")).encode(errors="surrogatepass")).hexdigest()[:16]


def phones_text(phones: Iterable[Phone | PhoneRecord]) -> str:
    """The numbers as lines."""
    return _joined(phone_line(one.number, one.extension, one.description) for one in phones)


def languages_text(languages: Iterable[Language | LanguageRecord]) -> str:
    """The languages as lines."""
    return _joined(language_line(one.code, one.name) for one in languages)


def _of_service(row: Detail) -> UUID | None:
    return row.service_id


def _open(
    rows: QuerySet[DetailT], owner: Callable[[DetailT], UUID | None]
) -> dict[UUID | None, list[DetailT]]:
    """Those of each listing itself that everybody may read, in their order."""
    shown = rows.filter(is_confidential=False, under__isnull=True)
    return grouped(shown.order_by("position", "id"), owner)


def _columns(row: Service | Organization, kind: ListingKind) -> Texts:
    return _texts({name: getattr(row, name) for name in _column_names(kind)}, kind)


def _texts(values: Mapping[str, object], kind: ListingKind) -> Texts:
    found = {name: values.get(name) for name in _column_names(kind)}
    return {name: "" if value is None else str(value) for name, value in found.items()}


def _column_names(kind: ListingKind) -> list[str]:
    return [field.name for field in FIELDS[kind] if field.shape not in LISTS]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines_of("\n".join(lines)))
