"""What decides when agreements are to be looked at again; seen by those who are bound by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.meeting import ReviewCycle
from kith.partnerships.due import Dates, Held
from kith.partnerships.life_terms import LifeStep
from kith.partnerships.lifecycle.agreement import MAY_BE_LEFT
from kith.partnerships.models import AgreementParty, Clause, LifeNote, Version, Withdrawal
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.stored import stated
from kith.partnerships.terms import VersionState


@dataclass(frozen=True, slots=True)
class Dated:
    """The words that bind, and what their dates say."""

    version: Version
    dates: Dates


def binding_words(viewer: Viewer, *, organization_id: UUID) -> QuerySet[Version]:
    """The words that this organisation has signed and has not said that it leaves, with their agreements."""
    followed = agreements(viewer, May.FOLLOW).filter(status__in=[status.value for status in MAY_BE_LEFT])
    signed = AgreementParty.objects.filter(
        version_id=OuterRef("pk"), organization_id=organization_id, signed_at__isnull=False
    )
    leaves = Withdrawal.objects.filter(agreement_id=OuterRef("agreement_id"), organization_id=organization_id)
    return (
        Version.objects.filter(
            Exists(signed),
            ~Exists(leaves),
            state=VersionState.SIGNED.value,
            agreement_id__in=followed.values("pk"),
        )
        .select_related("agreement")
        .order_by("ends_on", "pk")
    )


def dated(found: Iterable[Version]) -> list[Dated]:
    """Words that were found here before, with their review cycles and the newest reviews. Two statements."""
    rows = list(found)
    cycles = {
        row.version_id: body for row in _cycles(rows) if isinstance(body := stated(row).body, ReviewCycle)
    }
    held = {note.agreement_id: note for note in _reviews(rows)}
    return [
        Dated(
            row,
            Dates(
                starts_on=row.starts_on,
                review_on=row.review_on,
                ends_on=row.ends_on,
                cycle=cycles.get(row.pk),
                held=_held(held.get(row.agreement_id), row),
            ),
        )
        for row in rows
    ]


def _cycles(rows: list[Version]) -> QuerySet[Clause]:
    return Clause.objects.filter(version_id__in=[row.pk for row in rows], kind=ClauseKind.REVIEW_CYCLE.value)


def _reviews(rows: list[Version]) -> QuerySet[LifeNote]:
    """The newest last, so that it stays."""
    notes = LifeNote.objects.filter(
        agreement_id__in=[row.agreement_id for row in rows], step=LifeStep.REVIEWED.value
    )
    return notes.order_by("held_on", "noted_at")


def _held(note: LifeNote | None, row: Version) -> Held | None:
    """Only a review under these words: newer words have dates of their own."""
    if note is None or note.held_on is None or (row.signed_at is not None and note.noted_at < row.signed_at):
        return None
    return Held(note.held_on, note.next_on)
