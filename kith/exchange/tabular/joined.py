"""Rows joined into nested bodies of HSDS 3.1."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kith.directory.records import Json
from kith.exchange.hsds.cells import number_or_text
from kith.exchange.hsds.standard import HSDS, Field, Kind, Shape
from kith.exchange.source_ids import SourceIds
from kith.exchange.tabular.older_parts import languages_of_phone, with_eligibility
from kith.exchange.tabular.store import Record, Store, hanging_columns

OTHER_KINDS = {"parent_id": "taxonomy_term", "parent_organization_id": "organization"}


@dataclass(slots=True)
class Joined:
    """One nested body. `rows` are all that went into it; `places` says by path in which row a part stands."""

    body: dict[str, Json] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    rows: list[Record] = field(default_factory=list)

    @property
    def raw(self) -> dict[str, Json]:
        """The rows as they came, by file."""
        files: dict[str, Json] = {}
        for row in self.rows:
            kept = files.setdefault(row.file, [])
            cells: dict[str, Json] = dict(row.raw)
            if isinstance(kept, list) and cells not in kept:
                kept.append(cells)
        return files


class Joiner:
    """Nests what hangs on a row into it, as the table of the standard says."""

    def __init__(self, store: Store, ids: SourceIds) -> None:
        self._store, self._ids = store, ids
        self._plans: dict[str, tuple[Field, ...]] = {}

    def joined(self, record: Record) -> Joined:
        """The row with all that hangs on it."""
        whole = Joined()
        whole.body = self._nested(record, "", whole)
        return whole

    def _nested(self, record: Record, path: str, whole: Joined) -> dict[str, Json]:
        record.is_used = True
        whole.rows.append(record)
        whole.places[path] = record.place
        body: dict[str, Json] = {}
        for one in self._plan(record.of):
            if one.is_nested:
                value = self._inner(record, one, f"{path}.{one.name}" if path else one.name, whole)
            else:
                value = self._plain(record, one)
            if value not in ("", [], None):
                body[one.name] = value
        return self._with_older_parts(record, body, path, whole)

    def _plan(self, of: str) -> tuple[Field, ...]:
        """The fields that can say something in this package, worked out once."""
        if of not in self._plans:
            self._plans[of] = tuple(
                one
                for one in HSDS[of].fields
                if (self._store.has(one.of) if one.is_nested else one.name not in hanging_columns(of))
            )
        return self._plans[of]

    def _inner(self, record: Record, one: Field, path: str, whole: Joined) -> Json:
        if one.kind is Kind.MANY:
            children = enumerate(self._children(record, one))
            return [self._nested(child, f"{path}[{place}]", whole) for place, child in children]
        target = self._store.one(one.of, record.key(target_column(one)))
        return self._nested(target, path, whole) if target else None

    def _children(self, record: Record, one: Field) -> Iterator[Record]:
        """What hangs on the row. A location at which a service is given stands in that service alone."""
        for child in self._store.children(one.of, record.of, record.key("id")):
            if one.of != "location" or not self._store.is_linked(child.key("id")):
                yield child

    def _plain(self, record: Record, one: Field) -> Json:
        text = record.cells.get(one.name, "")
        if text and one.shape is Shape.UUID:
            return self._id(record, one)
        return number_or_text(text) if one.kind is Kind.NUMBER else text

    def _id(self, record: Record, one: Field) -> Json:
        """The id; none where its record is nested in the body, which would say it twice."""
        target = one_links(record.of).get(one.name, "")
        if target and self._store.one(target, record.key(one.name)):
            return None
        kind = OTHER_KINDS.get(one.name, record.kind if one.name == "id" else one.name.removesuffix("_id"))
        return self._ids.of(kind, record.key(one.name))

    def _with_older_parts(
        self, record: Record, body: dict[str, Json], path: str, whole: Joined
    ) -> dict[str, Json]:
        if record.of == "phone" and "language" in record.cells:
            return {**languages_of_phone(record, self._ids), **body}
        if record.of != "service":
            return body
        rules = list(self._store.children("eligibility", "service", record.key("id")))
        for rule in rules:
            rule.is_used = True
            whole.rows.append(rule)
        linked = self._link(record, path, whole) if "service_at_locations" not in body else {}
        return {**with_eligibility(body, rules), **linked}

    def _link(self, service: Record, path: str, whole: Joined) -> dict[str, Json]:
        """HSDS 1.0 named the one location of a service in the service."""
        location = self._store.one("location", service.key("location_id"))
        if location is None:
            return {}
        link_id = self._ids.of("service_at_location", f"{service.key('id')}:{location.key('id')}")
        nested = self._nested(location, f"{path}service_at_locations[0].location", whole)
        return {"service_at_locations": [{"id": link_id, "location": nested}]}


@cache
def one_links(of: str) -> dict[str, str]:
    """Columns that name the one record of another table that is nested in the field beside them."""
    return {target_column(one): one.of for one in HSDS[of].fields if one.kind is Kind.ONE}


def target_column(one: Field) -> str:
    """The column that names the record nested in the field."""
    return f"{one.of}_id"
