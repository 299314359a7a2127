"""An HSDS feed for the played server: a good one, and each of its parts can be made to misbehave."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from kith.directory.records import Json
from tests.factories.directory import hsds_service, source_id
from tests.factories.fake_feed import Answer, as_json

Body = dict[str, Json]


def whole(name: str, **changes: Json) -> Body:
    """A whole service, with a place."""
    place: Json = [
        {
            "id": source_id(f"{name} here"),
            "location": {"id": source_id(f"{name} hall"), "location_type": "physical", "name": "The hall"},
        }
    ]
    return hsds_service(name, service_at_locations=place, **changes)


def services(count: int) -> list[Body]:
    return [whole(f"Service {number:03}") for number in range(count)]


def short(body: Body) -> Body:
    """What a list shows of it."""
    return {name: value for name, value in body.items() if name != "service_at_locations"}


def envelope(bodies: Sequence[Body], number: int, size: int) -> Body:
    """The page as HSDS 3.1 has it."""
    pages = -(-len(bodies) // size)
    shown = [short(one) for one in bodies[(number - 1) * size : number * size]]
    return {
        "total_items": len(bodies),
        "total_pages": pages,
        "page_number": number,
        "size": len(shown),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not shown,
        "contents": list[Json](shown),
    }


@dataclass(slots=True)
class PlayedHsds:
    """`page`, `one` and `root` may be put in the place of what a good feed does; `most` is its page size."""

    bodies: list[Body]
    most: int = 3
    version: str = "3.1"
    page: Callable[[int], Answer] | None = None
    one: Callable[[str], Answer] | None = None
    root: Answer | None = None
    broken: dict[str, Answer] = field(default_factory=dict)

    def __call__(self, path: str, query: dict[str, str]) -> Answer:
        if path in self.broken:
            return self.broken[path]
        if path == "/":
            return self.root or as_json({"version": self.version, "profile": "https://profile.example/"})
        if path == "/services":
            number = int(query.get("page", "1"))
            return self.page(number) if self.page else self.good_page(number)
        return self.one(unquote(path.removeprefix("/services/"))) if self.one else self.good_one(path)

    def good_page(self, number: int) -> Answer:
        return as_json(envelope(self.bodies, number, self.most))

    def good_one(self, path: str) -> Answer:
        key = unquote(path.removeprefix("/services/"))
        found = [body for body in self.bodies if str(body["id"]) == key]
        return as_json(found[0]) if found else Answer((json.dumps({"message": "no"}).encode(),), 404)
