"""What differs between two versions of an agreement, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.core.viewer import Viewer
from kith.directory.queries.service_names import service_names
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.models import Version
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.clauses import clauses, parties
from kith.partnerships.policies.version import one_version_numbered
from kith.partnerships.redline import Change, Piece, redline
from kith.partnerships.stored import wording_of
from kith.partnerships.terms import ROLE_WORDS
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.wording import Wording


@dataclass(frozen=True, slots=True)
class WordsChange:
    """What stands around the clauses, under its heading."""

    heading: str | Promise
    change: Change
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause in both versions, found by its key."""

    key: UUID
    kind: ClauseKind
    change: Change
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """From the words of `old` to those of `new`: first what is around the clauses, then each clause."""

    old: int
    new: int
    words: tuple[WordsChange, ...]
    clauses: tuple[ClauseChange, ...]


def version_diff(viewer: Viewer, *, agreement_id: UUID, old: int, new: int) -> VersionDiff:
    """What the viewer may see of both, clauses in the order of the new words, those taken out last.

    Raises NotFound for a version that the viewer may not see.
    """
    found = [one_version_numbered(viewer, agreement_id, number) for number in (old, new)]
    before, after = (_written(viewer, version) for version in found)
    return VersionDiff(old, new, _words(before, after), tuple(_clauses(before, after)))


@dataclass(frozen=True, slots=True)
class _Written:
    wording: Wording
    names: Names

    def lines(self, clause: StatedClause | None) -> str:
        return "\n".join(clause_lines(clause, self.names)) if clause else ""


def _written(viewer: Viewer, version: Version) -> _Written:
    sides = list(parties(viewer, [version.pk], May.READ))
    wording = wording_of(version, sides, clauses(viewer, [version.pk], May.READ))
    service_ids = [clause.service_id for clause in wording.clauses if clause.service_id is not None]
    services = service_names(viewer, service_ids=service_ids) if service_ids else {}
    return _Written(wording, Names({side.organization_id: side.name for side in sides}, services))


def _words(before: _Written, after: _Written) -> tuple[WordsChange, ...]:
    pairs = zip(_parts(before), _parts(after), strict=True)
    lines = [(heading, redline(old, new)) for (heading, old), (_same, new) in pairs]
    return tuple(WordsChange(heading, _change_of(pieces), pieces) for heading, pieces in lines if pieces)


def _parts(written: _Written) -> Iterator[tuple[str | Promise, str]]:
    wording, names = written.wording, written.names.organizations
    sides = [f"{names.get(p.organization_id, '')} – {ROLE_WORDS[p.role]}" for p in wording.parties]
    yield _("Title"), wording.title
    yield _("What it is for"), wording.purpose
    yield _("Who takes part"), "\n".join(sides)
    yield _("Besides"), wording.free_text
    yield _("First day"), date_format(wording.starts_on, "j F Y")
    for heading, day in ((_("Talk about it again on"), wording.review_on), (_("Last day"), wording.ends_on)):
        yield heading, date_format(day, "j F Y") if day else ""


def _clauses(before: _Written, after: _Written) -> Iterator[ClauseChange]:
    old: Mapping[UUID, StatedClause] = {clause.key: clause for clause in before.wording.clauses}
    new: Mapping[UUID, StatedClause] = {clause.key: clause for clause in after.wording.clauses}
    for key in dict.fromkeys([*new, *old]):
        pieces = redline(before.lines(old.get(key)), after.lines(new.get(key)))
        yield ClauseChange(key, (new.get(key) or old[key]).kind, _change_of(pieces), pieces)


def _change_of(pieces: tuple[Piece, ...]) -> Change:
    found = {piece.change for piece in pieces}
    return next(iter(found)) if len(found) == 1 else Change.CHANGED
