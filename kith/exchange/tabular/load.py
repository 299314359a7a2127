"""Loading the tables of a package: every row as HSDS 3.1, or a sentence why not."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.tabular.older import Version
from kith.exchange.tabular.rows import Row, rows_of
from kith.exchange.tabular.store import Record, Store
from kith.exchange.tabular.tables import Table
from kith.exchange.tabular.translated import translated
from kith.exchange.wording.alphabets import TextLines
from kith.exchange.wording.mended import mended

MOST_ROWS = 3_000_000


@dataclass(slots=True)
class Loader:
    """Reads rows. `say` is told what a person should know of a table as a whole."""

    version: Version
    say: Callable[[str], None]
    refused: list[RawRecord] = field(default_factory=list)
    _mended: Counter[str] = field(default_factory=Counter)
    _doubtful: Counter[str] = field(default_factory=Counter)
    _without_id: Counter[str] = field(default_factory=Counter)

    def load(self, tables: Iterable[Table]) -> Store:
        """All rows of these tables. Raises BadInput where one cannot be read to its end."""
        store = Store()
        for table in tables:
            with table.file.opened() as stream:
                rows = list(self.rows(table, TextLines(stream)))
            if len(store.records) + len(rows) > MOST_ROWS:
                raise BadInput(_("The package has over %(most)s rows.") % {"most": MOST_ROWS}, field="file")
            starts_at_0 = any(row.cells.get("weekday") == "0" for row in rows)
            for row in rows:
                record = self.record(table, row, starts_at_0=starts_at_0)
                if isinstance(record, Record):
                    self._keep(store, record)
        return store

    def rows(self, table: Table, lines: TextLines) -> Iterator[Row]:
        """The rows of one table. Raises BadInput."""
        yield from rows_of(lines, table.file.name, _heading)
        if lines.is_other:
            self.say(_("“%(name)s” is not UTF-8 and was read as Windows-1252.") % {"name": table.file.name})

    def record(self, table: Table, row: Row, *, starts_at_0: bool = False) -> Record | None:
        """The row as HSDS 3.1; None where it cannot be, and then why is among the refused."""
        is_old = self.version is not Version.HSDS_3
        try:
            if row.why:
                raise RecordNotTaken(row.why)
            cells = translated(table, self._mend(table, row.cells), is_old=is_old, starts_at_0=starts_at_0)
        except RecordNotTaken as error:
            why = why_of(table.file.name, row.number, error.why)
            self.refused.append(RawRecord(row.number, None, why, 0, is_aside=table.of != "service"))
            return None
        same = row.cells if cells == row.cells else cells
        return Record(table.name, table.of, table.file.name, row.number, row.cells, same)

    def refuse(self, file: str, number: int, why: str) -> None:
        """Say why a row that is no service was not taken."""
        self.refused.append(RawRecord(number, None, why_of(file, number, why), 0, is_aside=True))

    def told(self) -> None:
        """Say in which tables texts were mended, and in which some look damaged still."""
        for name, count in (+self._mended).items():
            counts = {"name": name, "count": count}
            self.say(
                _("“%(name)s”: texts that stood in a wrong alphabet and were mended: %(count)s.") % counts
            )
        for name, count in (+self._doubtful).items():
            counts = {"name": name, "count": count}
            self.say(
                _("“%(name)s”: texts that look damaged and were kept as they stand: %(count)s.") % counts
            )

    def _keep(self, store: Store, record: Record) -> None:
        if "id" not in record.cells:
            record.cells = {**record.cells, "id": self._made_id(record)}
        same = store.add(record)
        if same:
            self.refuse(
                record.file,
                record.number,
                _("This id stands in row %(row)s already.") % {"row": same.number},
            )

    def _made_id(self, record: Record) -> str:
        """An id from what the row says; of rows that say the same, each gets its own."""
        text = json.dumps([record.kind, *sorted(record.raw.items())])
        made = hashlib.sha256(text.encode()).hexdigest()
        self._without_id[made] += 1
        return f"row-{made}-{self._without_id[made]}"

    def _mend(self, table: Table, cells: Mapping[str, str]) -> dict[str, str]:
        new = dict(cells)
        for column, text in cells.items():
            if not text.isascii():
                found = mended(text)
                new[column] = found.text
                self._mended[table.file.name] += found.is_mended
                self._doubtful[table.file.name] += found.is_doubtful
        return new


def why_of(file: str, number: int, why: str) -> str:
    """The sentence with the place of the row before it."""
    return _("%(file)s, row %(row)s") % {"file": file, "row": number} + f": {why}"


def _heading(cell: str) -> str:
    return "_".join(cell.strip().lower().split())
