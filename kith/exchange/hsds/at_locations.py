"""Records of services at locations, gathered into services."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.directory.records import Json
from kith.exchange.hsds.from_record import is_at_location, services_in
from kith.exchange.hsds.read_file import RawRecord


def by_service(records: Iterable[RawRecord]) -> Iterator[RawRecord]:
    """The records in their order; those of one service at several locations become one, at the end."""
    gathered: dict[str, list[RawRecord]] = {}
    for record in records:
        key = _service_key(record)
        if key:
            gathered.setdefault(key, []).append(record)
        else:
            yield record
    for parts in gathered.values():
        yield parts[0] if len(parts) == 1 else _as_one(parts)


def _service_key(record: RawRecord) -> str:
    if record.body is None or not is_at_location(record.body):
        return ""
    service = record.body["service"]
    key = service.get("id") if isinstance(service, dict) else None
    return key if isinstance(key, str) else ""


def _as_one(parts: list[RawRecord]) -> RawRecord:
    """The first one's service, with the locations of all."""
    bodies = [body for part in parts if part.body is not None for body in services_in(part.body)]
    links: list[Json] = []
    for body in bodies:
        found = body.get("service_at_locations")
        links.extend(found if isinstance(found, list) else [])
    raw: list[Json] = [part.raw or part.body for part in parts]
    body = {**bodies[0], "service_at_locations": links}
    return replace(parts[-1], line=parts[0].line, body=body, raw={"service_at_locations": raw})
