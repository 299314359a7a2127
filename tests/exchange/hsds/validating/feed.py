"""A feed that is played: sound until a test spoils it."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import NoReturn
from uuid import UUID

from kith.directory.records import Json
from kith.exchange.fetching.errors import NotFetched
from tests.exchange.hsds.validating.sound import (
    Body,
    a_location,
    a_service,
    a_term,
    an_organization,
    id_of,
    put,
)

BASE = "https://feed.example/api"
SIZE = 3
ROOT: Body = {
    "version": "3.1",
    "profile": "https://docs.openreferral.org",
    "openapi_url": f"{BASE}/openapi.json",
}
UK_ROOT: Body = {**ROOT, "version": "HSDS-UK-3.0", "profile": "https://github.com/OpenReferralUK/uk-profile"}
LIST = re.compile(r"/(\w+)\?page=(\d+)")
ONE = re.compile(r"/(\w+)/([0-9a-f-]+)")


def service(number: int) -> Body:
    """A sound service with an id of its own; only the first is told at length."""
    key = str(UUID(int=number))
    if number > 1:
        return {"id": key, "name": "Talks", "status": "active", "organization": an_organization()}
    body = put(a_service(), "/id", key)
    for pointer in ("/attributes/0/link_id", "/metadata/0/resource_id", "/service_at_locations/0/service_id"):
        put(body, pointer, key)
    return body


class Feed:
    """Answers as `fetch` would, from lists that a test may change."""

    def __init__(self, services: int = 11, *, root: Body = ROOT) -> None:
        term = a_term()
        self.root = deepcopy(root)
        self.lists: dict[str, list[Body]] = {
            "services": [service(number) for number in range(1, services + 1)],
            "service_at_locations": [
                {"id": id_of("a place"), "location": a_location(), "service": service(1)},
            ],
            "organizations": [an_organization()],
            "taxonomies": [deepcopy(term["taxonomy_detail"])],  # type: ignore[list-item]
            "taxonomy_terms": [term],
        }
        self.spoilt: Callable[[str, Body], object] = lambda _path, answer: answer
        self.asked: list[str] = []

    def ask(self, address: str) -> Json:
        """The answer at an address. Raises NotFetched."""
        path = address.removeprefix(BASE)
        self.asked.append(path)
        return self.spoilt(path, self.answer(path))  # type: ignore[return-value]

    def answer(self, path: str) -> Body:
        if path == "/":
            return self.root
        if found := LIST.fullmatch(path):
            return self.page(self._list(found[1]), int(found[2]))
        found = ONE.fullmatch(path)
        assert found
        record = next((one for one in self._list(found[1]) if one["id"] == found[2]), None)
        return deepcopy(record) if record else nothing()

    def _list(self, name: str) -> list[Body]:
        return self.lists[name] if name in self.lists else nothing()

    def page(self, records: list[Body], number: int) -> Body:
        held = deepcopy(records[(number - 1) * SIZE : number * SIZE])
        pages = max(1, -(-len(records) // SIZE))
        return {
            "total_items": len(records),
            "total_pages": pages,
            "page_number": number,
            "size": len(held),
            "first_page": number == 1,
            "last_page": number == pages,
            "empty": not held,
            "contents": held,
        }


def nothing(answer: int = 404) -> NoReturn:
    """What a server says that has no such thing."""
    raise NotFetched(f"The other server answered with the error {answer}.", answer=answer)
