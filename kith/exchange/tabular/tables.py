"""Which file of a package is which table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.standard import HSDS
from kith.exchange.tabular.older import OLDER, PLURALS, OlderTable, Version
from kith.exchange.tabular.package import Package, TableFile

OLDER_TABLES = {one.name: one for version in (Version.HSDS_1, Version.HSDS_2) for one in OLDER[version]}
OLDER_ONLY = frozenset(OLDER_TABLES) - frozenset(HSDS)
SINCE_2 = frozenset({"taxonomy_term", "service_attribute", "other_attribute", "schedule"})


@dataclass(frozen=True, slots=True)
class Table:
    """A file, and the object of HSDS 3.1 that stands in each of its rows."""

    file: TableFile
    name: str
    older: OlderTable

    @property
    def of(self) -> str:
        """The object; `eligibility`, which 3.1 has no more, is folded into its service."""
        return self.older.becomes


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a package and its version."""

    version: Version
    tables: tuple[Table, ...]


def tables_of(package: Package, say: Callable[[str], None]) -> Tables:
    """The tables of the package. What is left out is said. Raises BadInput where there are no services."""
    for name in package.packed_again:
        say(_("“%(name)s” was left out: unpack it first.") % {"name": name})
    known = dict(_named(package, say))
    if "service" not in known:
        raise BadInput(_("The package has no table of services."), field="file")
    version = _version(frozenset(known))
    tables = [Table(file, name, _reading(name, version)) for name, file in known.items()]
    return Tables(version, tuple(tables))


def _named(package: Package, say: Callable[[str], None]) -> Iterator[tuple[str, TableFile]]:
    """Each table once, by the name that one version of HSDS gives it."""
    found: dict[str, list[TableFile]] = {}
    for file in package.files:
        base = PurePosixPath(file.name).name.lower()
        names = (package.named.get(base, ""), base.removesuffix(".csv"))
        name = next(filter(None, map(_table_name, names)), "")
        found.setdefault(name, []).append(file)
    for file in found.pop("", []):
        say(_("“%(name)s” was left out: HSDS has no such table.") % {"name": file.name})
    for name, files in found.items():
        best, *others = sorted(files, key=lambda one: _is_unusual(name, one))
        for other in others:
            names_of_both = {"name": other.name, "other": best.name}
            say(_("“%(name)s” was left out: “%(other)s” holds the same table.") % names_of_both)
        yield name, best


def _table_name(word: str) -> str:
    """`phone` of phone, phones or Phones; empty where no version has such a table."""
    word = word.strip().lower().replace("-", "_").replace(" ", "_")
    for name in (*HSDS, *OLDER_TABLES):
        plurals = {f"{name}s", f"{name}es", f"{name[:-1]}ies", PLURALS.get(name), _file_of(name)}
        if word and word in {name, *plurals}:
            return name
    return ""


def _file_of(name: str) -> str:
    return HSDS[name].table.removesuffix(".csv") if name in HSDS else ""


def _is_unusual(name: str, file: TableFile) -> bool:
    """True where the file is not called as the standard calls the table's file."""
    return PurePosixPath(file.name).name.lower() != f"{_file_of(name)}.csv"


def _version(names: frozenset[str]) -> Version:
    if not names & OLDER_ONLY:
        return Version.HSDS_3
    return Version.HSDS_2 if names & SINCE_2 else Version.HSDS_1


def _reading(name: str, version: Version) -> OlderTable:
    """How the table is read; before 2.0 `taxonomy` held the terms."""
    older = OLDER_TABLES.get(name, OlderTable(name, name))
    if name == "taxonomy" and version is not Version.HSDS_1:
        return OlderTable(name, name)
    is_newest = version is Version.HSDS_3 and name not in OLDER_ONLY
    return OlderTable(name, older.becomes, older.renamed) if is_newest else older
