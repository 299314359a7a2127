"""Nested services taken apart into the standard's tables."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS, Field, Kind
from kith.exchange.hsds.to_body import Body

Row = dict[str, Json]
TERMS_OF_LABELS = UUID("6d1f0c1e-6f7b-5a53-9f2a-2f1b7a0c9b57")
"""Under it the ids of terms that stand for a label are made: the same label, the same term."""
LINKED_BY_ENTITY = {"attribute": ("link_entity", "link_id"), "metadata": ("resource_type", "resource_id")}


class Tables:
    """The rows of every table, each id once."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {name: {} for name in HSDS}

    def add(self, name: str, body: Body) -> str:
        """Take one nested object apart; returns the id of its row."""
        return self._add(name, body, {})

    def _add(self, name: str, body: Body, held: Row) -> str:
        row: Row = {field.name: body[field.name] for field in HSDS[name].columns if field.name in body}
        for field in HSDS[name].fields:
            if field.kind is Kind.ONE and isinstance(inner := body.get(field.name), dict):
                self._add_single(row, field, inner)
        self._complete(name, row)
        row_id = self._keep(name, row, held)
        for field in HSDS[name].fields:
            inner = body.get(field.name)
            if field.kind is Kind.MANY and isinstance(inner, list):
                self._add_many(name, row_id, field, inner)
        return row_id

    def _add_single(self, row: Row, field: Field, inner: Body) -> None:
        """An object that is nested once stands in its own table; the row names it by its id.

        The standard names a service's organisation before its programme, which belongs to that organisation.
        """
        held: Row = {"organization_id": row["organization_id"]} if field.of == "program" else {}
        column = "taxonomy_id" if field.name == "taxonomy_detail" else f"{field.name}_id"
        row[column] = self._add(field.of, inner, held)

    def _complete(self, name: str, row: Row) -> None:
        """Rows of other tables that this one needs and that nothing nested brings along."""
        if name == "taxonomy_term":
            self._name_taxonomy(row)
        if name == "attribute" and "taxonomy_term_id" not in row:
            self._name_term(row)

    def _name_taxonomy(self, term: Row) -> None:
        """A taxonomy of which only the name is known has a row all the same, for its terms refer to it."""
        key = term.get("taxonomy_id")
        if isinstance(key, str):
            named: Row = {"id": key, "name": term.get("taxonomy", ""), "description": ""}
            self.rows["taxonomy"].setdefault(key, named)

    def _name_term(self, tag: Row) -> None:
        """A tag that is only a label has a term of that name all the same, for its table needs one."""
        label = tag.get("label") or tag.get("value") or ""
        key = str(uuid5(TERMS_OF_LABELS, str(label)))
        self.rows["taxonomy_term"].setdefault(key, {"id": key, "name": label, "description": ""})
        tag["taxonomy_term_id"] = key

    def _add_many(self, name: str, row_id: str, field: Field, inner: Iterable[Json]) -> None:
        for one in inner:
            if isinstance(one, dict):
                self._add(field.of, one, _link(field.of, name, row_id))

    def _keep(self, name: str, row: Row, held: Row) -> str:
        """The row under its id; another owner of the same record stands in a column of its own.

        Where that column is taken, the record is written again under an id of its own.
        """
        row_id = str(row["id"])
        known = self.rows[name].get(row_id)
        if known is None:
            self.rows[name][row_id] = row | held
            return row_id
        if all(known.get(column) in (None, value) for column, value in held.items()):
            known.update(held)
            known.update({column: value for column, value in row.items() if column not in known})
            return row_id
        again = str(uuid5(UUID(row_id), "/".join(map(str, held.values()))))
        self.rows[name].setdefault(again, row | held | {"id": again})
        return again


def _link(of: str, owner: str, row_id: str) -> Row:
    """The columns by which a row names what it hangs on."""
    if of in LINKED_BY_ENTITY:
        entity, link = LINKED_BY_ENTITY[of]
        return {entity: owner, link: row_id}
    column = f"{owner}_id"
    return {column: row_id} if HSDS[of].field(column) else {}
