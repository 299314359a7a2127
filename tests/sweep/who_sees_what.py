"""Every address asked for by everybody: with a record of the town, and with a record of another community."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.http import HttpResponse
from django.test import Client

from kith.accounts.models import Membership
from kith.care.models import Referral
from kith.core.ids import uuid7
from kith.people.models import Person
from tests.architecture.house import BASE
from tests.browser.routes import NOT_PAGES, Route, addresses, routes
from tests.browser.town import LOGINS, ROWS, Town
from tests.sweep.elsewhere import CANARIES, Elsewhere

FILE = BASE / "docs" / "who-sees-what.md"
# How many records of each kind are tried, the most telling first: of the town, of another community.
OWN_TRIES = 6
OTHER_TRIES = 2
# Parts of an address that name a record which not everybody may see.
PRIVATE = {
    "person_id",
    "need_id",
    "referral_id",
    "consent_id",
    "agreement_id",
    "variation_id",
    "contact_id",
    "membership_id",
    "invitation_id",
    "absence_id",
    "message_id",
    "record_id",
    "clause_key",
    "comment_id",
    "partnership_id",
    "meeting_id",
    "goal_id",
    "item_id",
    "import_id",
}
# Who may reach over to another community of the same site, and why.
LOOKS_AFTER_THE_SITE = dict.fromkeys(
    ["team", "invite_member"],
    ("admin", "where nobody is admin, the admin of the organisation that runs the site may invite one"),
)
EVERYBODY = ("nobody", "client", *(login for login in LOGINS if login != "client"))
# Best first: what somebody gets to see of the records that are theirs.
WORDS = ("sees", "form", "goes on", "may not", "not now", "signs in", "–")
HEAD = """\
<!-- Written by `make docs` from a walk through every address. Do not edit. -->

# Who sees what

Every address of Kith, asked for by everybody in the made-up town of Northgate. A test walks through all of them again
and compares. Each cell is the best that this person gets for any record of the town; the last column is what everybody in
the town gets for a record of another community: the same as for a record that is nowhere.

| word | what it means |
|---|---|
| sees | the page opens |
| form | the address only takes forms (no page to open) |
| goes on | leads to another page |
| may not | they may know that it is there, but not do this (403) |
| not now | the record is not in a state for this (409, 410, 422) |
| signs in | has to sign in first |
| – | for them this page does not exist (404) |
"""


@dataclass
class Walk:
    """What was seen on the way: each answer's word, and where canaries sang."""

    town: Town
    elsewhere: Elsewhere
    leaks: list[str] = field(default_factory=list)
    known: dict[tuple[str, str], dict[str, set[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.samples = ordered(self.town.samples)

    def ask(self, client: Client, who: str, address: str, *, how: str = "get") -> str:
        """The answer in one word; a body with another community's words in it is a leak."""
        response = client.get(address) if how == "get" else client.post(address)
        text = body_of(response)
        self.leaks += [f"{who} {how} {address}: {canary}" for canary in CANARIES if canary in text]
        return word_of(response)

    def best(self, who: str, route: Route) -> str:
        """What this person gets for the record that is most theirs."""
        found = set()
        for address in self.own(route, OWN_TRIES):
            found.add(self.ask(self.town.browsers[who], who, address))
            if found & {"sees", "signs in"}:
                break
        return min(found, key=WORDS.index, default="–")

    def own(self, route: Route, most: int) -> list[str]:
        return list(islice(addresses(route, self.samples), most))

    def foreign(self, route: Route, *, how: str) -> dict[str, set[str]]:
        """What each of the town gets for another community's record."""
        if (route.name, how) not in self.known:
            theirs = self.elsewhere.samples
            named = {
                f"{route.name}.{part}": theirs[part] for part in PRIVATE.intersection(route.parts, theirs)
            }
            samples = {**self.samples, **theirs, **named}
            listed = list(islice(addresses(route, samples), OTHER_TRIES))
            self.known[route.name, how] = {
                who: {self.ask(self.town.browsers[who], who, one, how=how) for one in listed}
                for who in watched(route)
            }
        return self.known[route.name, how]

    def unknown(self, route: Route, *, how: str) -> dict[str, set[str]]:
        """What each of the town gets for a record that is nowhere."""
        nowhere = {part: [uuid7()] for part in PRIVATE}
        nowhere |= {f"{route.name}.{part}": [uuid7()] for part in PRIVATE.intersection(route.parts)}
        listed = list(islice(addresses(route, {**self.samples, **nowhere}), 1))
        return {
            who: {self.ask(self.town.browsers[who], who, one, how=how) for one in listed}
            for who in watched(route)
        }

    def strange(self, route: Route) -> set[str]:
        """Everything that people of the other community get for the town's records."""
        listed = self.own(route, OTHER_TRIES)
        return {
            self.ask(c, f"stranger {who}", one)
            for who, c in self.elsewhere.strangers.items()
            for one in listed
        }


def watched(route: Route) -> list[str]:
    """Everybody who is signed in, but for whom it is their work to look after all of the site."""
    exempt = LOOKS_AFTER_THE_SITE.get(route.name, ("", ""))[0]
    return [who for who in EVERYBODY if who not in {"nobody", exempt}]


def body_of(response: HttpResponse) -> str:
    parts = getattr(response, "streaming_content", None)
    raw = b"".join(parts) if parts is not None else response.content
    return raw.decode("utf-8", "ignore") + str(dict(response.items()))


def word_of(response: HttpResponse) -> str:
    """One word of WORDS; anything else (a crash) is its number."""
    if response.status_code in {301, 302, 303}:
        return "signs in" if "/account/login/" in response["Location"] else "goes on"
    by_status = {200: "sees", 204: "sees", 405: "form", 403: "may not", 404: "–"}
    by_status |= dict.fromkeys((400, 409, 410, 422), "not now")
    return by_status.get(response.status_code, str(response.status_code))


def ordered(samples: Mapping[str, Sequence[object]]) -> dict[str, Sequence[object]]:
    """The same ids, the oldest first, but before them those of whoever is signed in or answers."""
    samples = {part: sorted(listed, key=str) if part in ROWS else listed for part, listed in samples.items()}
    mine = list(Person.objects.filter(portal_user__isnull=False).values_list("pk", flat=True))
    partner = Membership.objects.get(user__email="coordinator@demo.example").organization_id
    referrals = Referral.objects.order_by("status", "pk")
    asked = referrals.filter(receiver_id=partner).exclude(status="draft")
    first = [*asked[:2], *referrals.filter(person_id__in=mine), *referrals]
    return {
        **samples,
        "person_id": first_then(mine, samples["person_id"]),
        "record_id": first_then(mine, samples["person_id"]),
        "organization_id": sorted(samples["organization_id"], key=str),
        "referral_id": first_then([one.pk for one in first], []),
    }


def first_then(first: Iterable[object], rest: Iterable[object]) -> list[object]:
    """Each once, in this order."""
    return list(dict.fromkeys([*first, *rest]))


def is_private(route: Route) -> bool:
    return bool(PRIVATE.intersection(route.parts))


def page(walk: Walk, shown: Sequence[Route]) -> str:
    """The document with the rows of these addresses."""
    lines = [
        HEAD,
        f"| page | {' | '.join(EVERYBODY)} | of another community |",
        "|---|" + "---|" * (len(EVERYBODY) + 1),
    ]
    lines += sorted(row(walk, route) for route in shown)
    return "\n".join(lines) + "\n"


def listed_routes() -> list[Route]:
    return [route for route in routes() if route.name not in NOT_PAGES]


def with_rows_of(text: str, shown: Sequence[Route]) -> str:
    """The document without the rows of other addresses."""
    others = {f"| `{route.name}`{of(route)} |" for route in listed_routes() if route not in shown}
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(tuple(others)))


def row(walk: Walk, route: Route) -> str:
    cells = [walk.best(who, route) for who in EVERYBODY]
    return f"| `{route.name}`{of(route)} | {' | '.join(cells)} | {elsewhere(walk, route)} |"


def of(route: Route) -> str:
    parts = [part.removesuffix("_id") for part in route.parts]
    return f" of {', '.join(parts)}" if parts else ""


def elsewhere(walk: Walk, route: Route) -> str:
    if not is_private(route) and "organization_id" not in route.parts:
        return ""
    found = set().union(*walk.foreign(route, how="get").values())
    exempt = LOOKS_AFTER_THE_SITE.get(route.name)
    words = ", ".join(sorted(found, key=order))
    return f"{words} ({exempt[0]}: {exempt[1]})" if exempt else words


def order(word: str) -> tuple[int, str]:
    return (WORDS.index(word) if word in WORDS else -1, word)


def leaking(walk: Walk, shown: Sequence[Route]) -> Iterator[str]:
    """Private addresses that show, or let one tell, that another community's record is there."""
    for route in (one for one in shown if is_private(one)):
        for who, words in walk.foreign(route, how="get").items():
            if words - {"–", "form"}:
                yield f"{route.name}: {who} gets {sorted(words)}"
        if strange := walk.strange(route) - {"–", "form"}:
            yield f"{route.name}: a stranger gets {sorted(strange)}"


def telling(walk: Walk, shown: Sequence[Route]) -> Iterator[str]:
    """Private forms that answer differently for another community's record and for none."""
    for route in (one for one in shown if is_private(one)):
        nowhere = walk.unknown(route, how="post")
        for who, words in walk.foreign(route, how="post").items():
            if words != nowhere[who]:
                yield f"{route.name}: {who} gets {sorted(words)}, and for nothing {sorted(nowhere[who])}"
