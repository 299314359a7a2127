"""One check from beginning to end: what was wished, what has been seen, what was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.soundness import check_sound
from kith.exchange.hsds.validating.envelope import CONTENTS, contents_of, envelope_findings, is_page, page_of
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Finding, Severity, step
from kith.exchange.hsds.validating.guess import guess_object
from kith.exchange.hsds.validating.root import is_root, root_findings
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.tally import Tally
from kith.exchange.hsds.validating.whole_file import WholeFile

Numbered = Iterable[tuple[Spot, Json]]


@dataclass(frozen=True, slots=True)
class Wish:
    """How to check. `object_name` is empty where each record is to be known by its fields."""

    object_name: str
    today: date
    allowed: frozenset[str]


def check_records(records: Numbered, wish: Wish, tally: Tally, *, is_complete: bool) -> None:
    """Check one record after the other, then what shows across them."""
    whole = WholeFile(wish.today, is_complete, may_repeat=False)
    for spot, record in records:
        tally.records += 1
        tally.add(record_findings(whole, record, wish, spot))
    tally.add(whole.at_the_end())


def record_findings(whole: WholeFile, record: Json, wish: Wish, spot: Spot) -> list[Finding]:
    """What is wrong with one record, if it can be looked at."""
    if not isinstance(record, dict):
        return [spot.of(unreadable(_("This is not a record: a JSON object is needed.")))]
    try:
        check_sound(record)
    except RecordNotTaken as error:
        return [spot.of(unreadable(str(error.sentence)))]
    return whole.see(record, wish.object_name or guess_object(record), spot)


def unreadable(why: str) -> Finding:
    """A record that could not be looked at."""
    return Finding(
        Severity.FAULT, "unreadable", "", why, _("Mend or leave out this record: no program can read it.")
    )


def check_document(document: Json, wish: Wish, tally: Tally) -> None:
    """Check one JSON document: a list, a page, the answer of `/`, or one record."""
    if isinstance(document, list):
        check_records(_numbered(document, ""), wish, tally, is_complete=True)
    elif not isinstance(document, dict):
        raise CannotRead(_("This is not a record: a JSON object is needed."))
    elif is_page(document):
        tally.add(envelope_findings(document))
        page = page_of(document)
        is_complete = page is not None and page.total_pages == 1
        contents = _numbered(contents_of(document), step(CONTENTS))
        check_records(contents, wish, tally, is_complete=is_complete)
    elif is_root(document):
        tally.add(root_findings(document))
    else:
        check_records([(Spot(), document)], wish, tally, is_complete=False)


def _numbered(records: list[Json], prefix: str) -> Iterator[tuple[Spot, Json]]:
    for number, record in enumerate(records):
        yield Spot(prefix=prefix + step(number)), record
