"""What a partner where nobody signs in hears by its routine mail of what others did with their agreements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.life_terms import LifeStep
from kith.partnerships.models import LifeNote, Variation, Version, Withdrawal
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.due import binding_words
from kith.partnerships.policies.life_note import life_notes
from kith.partnerships.policies.variation import May, variations
from kith.partnerships.policies.withdrawal import withdrawals
from kith.partnerships.routine import RoutineLine
from kith.partnerships.terms import VariationStatus

AGO = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Words:
    """What agreements and organisations are called."""

    titles: Mapping[UUID, str]
    names: Mapping[UUID, str]

    def said(self, agreement_id: UUID, organization_id: UUID | None) -> dict[str, str]:
        """For a sentence: who, and in which agreement."""
        name = self.names.get(organization_id, "") if organization_id else ""
        return {"name": name, "title": self.titles.get(agreement_id, "")}


def life_lines(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """What all have signed, rest, leaving and changes for a while of the last 30 days, by others; each once.

    None where somebody signs in: they get a mail at once. Seven statements.
    """
    if members_to_tell(viewer, organization_id=organization_id, roles=SIGNERS):
        return []
    bound = list(binding_words(viewer, organization_id=organization_id))
    titles = {row.agreement_id: row.title for row in bound}
    since = clock.now() - AGO
    notes = list(life_notes(viewer, titles).filter(noted_at__gt=since))
    leaving = list(withdrawals(viewer, titles).filter(said_at__gt=since))
    changes = list(variations(viewer, May.READ).filter(agreement_id__in=list(titles), asked_at__gt=since))
    done: list[LifeNote | Withdrawal | Variation] = [*notes, *leaving, *changes]
    rows = [row for row in done if row.organization_id != organization_id]
    doers = {row.organization_id for row in rows if row.organization_id is not None}
    words = _Words(titles, organization_names(viewer, organization_ids=doers))
    signed = [_signed(row) for row in bound if row.signed_at is not None and row.signed_at > since]
    return [*signed, *(line for row in rows for line in _lines(words, row))]


def _signed(row: Version) -> RoutineLine:
    binds = _("All have signed our agreement “%(title)s”. It binds from %(day)s.")
    return RoutineLine(key=f"signed:{row.pk}", words=binds % {"title": row.title, "day": _day(row.starts_on)})


def _lines(words: _Words, row: LifeNote | Withdrawal | Variation) -> Iterator[RoutineLine]:
    said = words.said(row.agreement_id, row.organization_id)
    if isinstance(row, LifeNote):
        yield from _of_note(row, said)
    elif isinstance(row, Withdrawal):
        leaves = _("%(name)s leaves our agreement “%(title)s”. Its last day is %(day)s. The others go on.")
        yield RoutineLine(key=f"leaves:{row.pk}", words=leaves % {**said, "day": _day(row.last_on)})
    else:
        yield from _of_variation(row, said)


def _of_note(note: LifeNote, said: dict[str, str]) -> Iterator[RoutineLine]:
    if note.step == LifeStep.SUSPENDED.value:
        rests = _(
            "%(name)s lets our agreement “%(title)s” rest. Until it goes on, nothing new is told under it."
        )
        yield RoutineLine(key=f"note:{note.pk}", words=rests % said)
    elif note.step == LifeStep.RESUMED.value:
        goes_on = _("Our agreement “%(title)s” goes on. %(name)s said so.")
        yield RoutineLine(key=f"note:{note.pk}", words=goes_on % said)


def _of_variation(row: Variation, said: dict[str, str]) -> Iterator[RoutineLine]:
    days = {"first": _day(row.first_on), "last": _day(row.last_on)}
    if row.status == VariationStatus.ASKED.value and row.last_on >= clock.now().date():
        asks = _(
            "%(name)s asks to change for a while what it promised in “%(title)s”, from %(first)s to %(last)s."
            " Please phone us to say what you think."
        )
        yield RoutineLine(key=f"asks:{row.pk}", words=asks % {**said, **days})
    elif row.status == VariationStatus.AGREED.value:
        agreed = _(
            "From %(first)s to %(last)s %(name)s does otherwise what it promised in “%(title)s”, as agreed."
        )
        yield RoutineLine(key=f"agreed:{row.pk}", words=agreed % {**said, **days})


def _day(day: date) -> str:
    return date_format(day, "j F Y")
