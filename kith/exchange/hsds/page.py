"""One page of a feed's list, read with doubt: many say wrong things of themselves."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.errors import NotFetched

LONGEST_KEY = 100


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on it. `total` and `pages` are what the source claims, where it claims a number."""

    items: list[Json]
    total: int | None
    pages: int | None
    claims_to_be_last: bool


NO_MORE = Page([], None, None, claims_to_be_last=True)


@dataclass(frozen=True, slots=True)
class Listed:
    """A service in the list, `position` counting from 1. Where its id cannot be used, `why` says so."""

    position: int
    key: str
    body: dict[str, Json]
    why: str = ""


def page_of(answer: Json) -> Page:
    """The page, also where the source sends a bare list. Raises NotFetched where it is no list."""
    if isinstance(answer, list):
        return Page(answer, None, 1, claims_to_be_last=True)
    items = answer.get("contents") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(items, list):
        raise NotFetched(_("This is not a list of services: “contents” is missing."))
    return Page(
        items,
        _count(answer.get("total_items")),
        _count(answer.get("total_pages")),
        claims_to_be_last=answer.get("last_page") is True,
    )


def listed(position: int, item: Json) -> Listed:
    """The item with its id, which may be a number in some feeds."""
    if not isinstance(item, dict):
        return Listed(position, "", {}, _("This is not a record: a JSON object is needed."))
    key = item.get("id")
    key = str(key) if isinstance(key, int) and not isinstance(key, bool) else key
    if not isinstance(key, str) or not 0 < len(key) <= LONGEST_KEY:
        return Listed(position, "", item, _("The list gives it no id."))
    if not key.isprintable() or not key.strip(". "):
        return Listed(position, "", item, _("Its id holds signs that no address can hold."))
    return Listed(position, key, item)


def _count(value: Json) -> int | None:
    is_count = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, int) and is_count and value >= 0 else None
