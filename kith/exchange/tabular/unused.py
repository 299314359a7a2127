"""Rows of a package that went into no service and no organisation."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.tabular.load import Loader
from kith.exchange.tabular.store import Record, Store, hanging_columns

MOST_TOLD = 100
"""Sentences about rows of one table; the others are counted."""
SAID_ELSEWHERE = frozenset({"organization", "meta_table_description"})


def tell_unused(store: Store, loader: Loader) -> None:
    """What hangs on nothing in the package is refused row by row; what nothing uses is said once a table."""
    hanging: Counter[str] = Counter()
    spare: Counter[str] = Counter()
    for record in _unused(store):
        (hanging if hanging_columns(record.of) else spare)[record.file] += 1
        if 0 < hanging[record.file] <= MOST_TOLD:
            loader.refuse(record.file, record.number, _why(record))
    for file, count in hanging.items():
        if count > MOST_TOLD:
            more = {"file": file, "more": count - MOST_TOLD}
            loader.say(_("“%(file)s”: rows more that hang on nothing here: %(more)s.") % more)
    for file, count in spare.items():
        counts = {"file": file, "count": count}
        loader.say(_("“%(file)s”: rows that no service uses and that were left out: %(count)s.") % counts)


def _unused(store: Store) -> Iterator[Record]:
    for record in store.records:
        if not record.is_used and record.of not in SAID_ELSEWHERE:
            yield record


def _why(record: Record) -> str:
    filled = [column for column in hanging_columns(record.of) if column in record.cells]
    if not filled:
        return _("It hangs on nothing: all its ids of other tables are empty.")
    return _("What it hangs on is not in the package: %(columns)s.") % {"columns": ", ".join(filled)}
