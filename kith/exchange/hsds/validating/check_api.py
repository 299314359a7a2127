"""Checking an interface: `/`, some pages of each list, and samples by their id."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.errors import AddressNotAllowed, NotFetched
from kith.exchange.hsds.validating.checking import Wish, record_findings
from kith.exchange.hsds.validating.envelope import CONTENTS, contents_of, envelope_findings, is_page
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step
from kith.exchange.hsds.validating.paging import Answer, beyond_findings, paging_findings, to_ask
from kith.exchange.hsds.validating.root import has_own_profile, is_of_the_uk, root_findings
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.tally import Tally
from kith.exchange.hsds.validating.whole_file import WholeFile

Ask = Callable[[str], Json]
"""Gives the JSON at an address. Raises NotFetched."""

LONGEST_ID = 100
NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A list of the interface, and who says that it must be there."""

    path: str
    name: str
    hsds_needs: bool
    uk_needs: bool


ENDPOINTS = (
    Endpoint("services", "service", hsds_needs=True, uk_needs=True),
    Endpoint("service_at_locations", "service_at_location", hsds_needs=False, uk_needs=True),
    Endpoint("organizations", "organization", hsds_needs=False, uk_needs=False),
    Endpoint("taxonomies", "taxonomy", hsds_needs=False, uk_needs=True),
    Endpoint("taxonomy_terms", "taxonomy_term", hsds_needs=False, uk_needs=True),
)


@dataclass(frozen=True, slots=True)
class Api:
    """One check of an interface."""

    base: str
    ask: Ask
    wish: Wish
    tally: Tally
    whole: WholeFile

    def get(self, path: str) -> Json:
        """The answer at a path. Raises NotFetched."""
        return self.ask(self.base + path)


def check_api(base: str, ask: Ask, wish: Wish) -> Tally:
    """Check the interface at this address. Raises CannotRead if neither `/` nor `/services` answers."""
    tally = Tally(wish.allowed)
    whole = WholeFile(wish.today, is_complete=False, may_repeat=True)
    api = Api(base.rstrip("/"), ask, wish, tally, whole)
    root = _root(api)
    tally.has_profile = has_own_profile(root)
    for endpoint in ENDPOINTS:
        is_needed = endpoint.hsds_needs or (endpoint.uk_needs and is_of_the_uk(root))
        _check_endpoint(api, endpoint, is_needed=is_needed, is_alive=bool(root))
    tally.add(whole.at_the_end())
    return tally


def _root(api: Api) -> dict[str, Json]:
    try:
        root = api.get("/")
    except AddressNotAllowed as error:
        raise CannotRead(error.sentence) from None
    except NotFetched as error:
        api.tally.add([_not_answered("/", error, Severity.FAULT)])
        return {}
    if is_page(root):
        raise CannotRead(_("This is the address of a list. Give the address above it, without “/services”."))
    if not isinstance(root, dict):
        api.tally.add([Spot("GET /").of(_no_page())])
        return {}
    api.tally.add(Spot("GET /").of(finding) for finding in root_findings(root))
    return root


def _check_endpoint(api: Api, endpoint: Endpoint, *, is_needed: bool, is_alive: bool) -> None:
    try:
        first = _page(api, endpoint, 1)
    except NotFetched as error:
        if endpoint.hsds_needs and not is_alive:
            raise CannotRead(error.sentence) from None
        is_there = error.answer != NOT_FOUND
        severity = Severity.FAULT if is_needed or is_there else Severity.NOTE
        api.tally.add([_not_answered(f"/{endpoint.path}", error, severity)])
        return
    answers = [first, *_further(api, endpoint, first)]
    api.tally.add(paging_findings(answers))
    for answer in answers:
        _check_page(api, endpoint, answer)
    if not first.ids:
        what, mend = _("The list is empty."), _("Publish records there, or leave the address out.")
        api.tally.add([first.spot.of(Finding(Severity.WARNING, "empty-list", "", what, mend))])


def _page(api: Api, endpoint: Endpoint, number: int) -> Answer:
    path = f"/{endpoint.path}?page={number}"
    body = api.get(path)
    return Answer(number, Spot(f"GET {path}"), body if isinstance(body, dict) else {})


def _further(api: Api, endpoint: Endpoint, first: Answer) -> Iterator[Answer]:
    """The other pages that are looked at. One that does not answer is told and left out."""
    last = first.page.total_pages if first.page else 1
    for number in to_ask(last)[1:]:
        try:
            yield _page(api, endpoint, number)
        except NotFetched as error:
            api.tally.add([_not_answered(f"/{endpoint.path}?page={number}", error, Severity.FAULT)])
    try:
        api.tally.add(beyond_findings(_page(api, endpoint, last + 1)) if first.page else ())
    except NotFetched:
        return


def _check_page(api: Api, endpoint: Endpoint, answer: Answer) -> None:
    if not is_page(answer.body):
        api.tally.add([answer.spot.of(_no_page())])
        return
    api.tally.add(answer.spot.of(finding) for finding in envelope_findings(answer.body))
    for number, record in enumerate(contents_of(answer.body)):
        spot = Spot(answer.spot.part, prefix=step(CONTENTS) + step(number))
        _check_record(api, endpoint, record, spot)
    for one in _samples(answer.ids):
        _check_by_id(api, endpoint, one)


def _samples(ids: Sequence[str]) -> Sequence[str]:
    """The first and the last of a page, where they can stand in an address."""
    askable = [one for one in ids if len(one) <= LONGEST_ID and one.isprintable() and one.strip(". ")]
    return list(dict.fromkeys([*askable[:1], *askable[-1:]]))


def _check_by_id(api: Api, endpoint: Endpoint, one: str) -> None:
    path = f"/{endpoint.path}/{quote(one, safe='')}"
    try:
        record = api.get(path)
    except NotFetched as error:
        api.tally.add([_not_answered(path, error, Severity.FAULT)])
        return
    if isinstance(record, dict) and record.get("id") != one:
        what = _("It is not the record that was asked for.")
        mend = _("Answer with the record of this id, as it stands in the list.")
        api.tally.add([Finding(Severity.FAULT, "other-record", "/id", what, mend, f"GET {path}")])
    _check_record(api, endpoint, record, Spot(f"GET {path}"))


def _check_record(api: Api, endpoint: Endpoint, record: Json, spot: Spot) -> None:
    api.tally.records += 1
    wish = Wish(endpoint.name, api.wish.today, api.wish.allowed)
    api.tally.add(record_findings(api.whole, record, wish, spot))


def _not_answered(path: str, error: NotFetched, severity: Severity) -> Finding:
    what = str(error.sentence)
    mend = _("Let this address answer: the standard needs it.")
    if severity is Severity.NOTE:
        mend = _("Nothing to do: the standard does not need this address.")
    return Finding(severity, "no-answer", "", what, mend, f"GET {shown(path)}")


def _no_page() -> Finding:
    what = _("The answer is not what the standard describes for this address.")
    return Finding(Severity.FAULT, "other-answer", "", what, _("Answer with one JSON object."))
