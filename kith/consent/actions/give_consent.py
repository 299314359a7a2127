"""Write down that a person said yes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.consent.errors import NeedsAHelper, NeedsAnInterpreter, NothingAgreed
from kith.consent.events import ConsentGiven
from kith.consent.models import ConsentDirective, ConsentGrant
from kith.consent.policies.giving import check_speaks_for, is_the_person_now
from kith.consent.policies.grant import May, held_grants
from kith.consent.terms import GivenHow, Kind, SharePurpose
from kith.consent.until import end_of
from kith.consent.wording import is_reviewed
from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.marks import mark_of
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """How the yes was said."""

    words: str
    language: str
    interpreted_into: str
    given_how: GivenHow
    worker_id: UUID | None
    interpreter: str


@transaction.atomic
def give_consent(
    viewer: Viewer,
    *,
    person_id: UUID,
    holder_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
    kinds: Iterable[Kind],
    purpose: SharePurpose,
    until: date,
    words: str,
    language: str,
    interpreted_into: str,
    given_how: GivenHow,
    worker_id: UUID | None,
    interpreter: str,
) -> UUID:
    """Keep the words as read, and the yes to tell one partner (one human there) these kinds. Returns its id.

    It is for the record `about` alone: an earlier yes for the same record, partner, human and purpose is
    replaced, and one for another record stays as it was. `until` is the last day, where the site is. The
    caller knows that the person's record is the holder's. Raises NotFound if the viewer does not speak for
    the person, NeedsAHelper, NeedsAnInterpreter, NeedsAnEnd, NothingAgreed.
    """
    check_speaks_for(viewer, person_id=person_id, holder_id=holder_id)
    ends = end_of(until, timezone=site_profile(viewer).timezone)
    agreed = sorted(kind.value for kind in set(kinds))
    if not agreed:
        raise NothingAgreed(field="kinds")
    spoken = _Spoken(
        words=words.strip(),
        language=language,
        interpreted_into=interpreted_into,
        given_how=given_how,
        worker_id=worker_id,
        interpreter=interpreter.strip(),
    )
    directive = _keep_words(viewer, person_id, holder_id, spoken)
    grant = ConsentGrant(
        directive=directive,
        person_id=person_id,
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about_kind=about.kind,
        about_id=about.id,
        kinds=agreed,
        purpose=purpose.value,
        valid_from=directive.given_at,
        valid_until=ends,
    )
    replaced = _replace_earlier(viewer, grant)
    grant.save(force_insert=True)
    record(viewer, _given(grant, directive, replaced))
    return grant.id


def _keep_words(viewer: Viewer, person_id: UUID, holder_id: UUID, spoken: _Spoken) -> ConsentDirective:
    has_review = is_reviewed(viewer, words=spoken.words, language=spoken.language)
    _check_spoken(viewer, person_id, spoken, has_review=has_review)
    directive = ConsentDirective(
        person_id=person_id,
        holder_id=holder_id,
        words=spoken.words,
        language=spoken.language,
        interpreted_into=spoken.interpreted_into,
        is_reviewed=has_review,
        given_how=spoken.given_how.value,
        worker_id=spoken.worker_id,
        interpreter=spoken.interpreter,
        given_at=clock.now(),
    )
    directive.words_digest = mark_of(spoken.words, place=directive.place)
    directive.save()
    return directive


def _check_spoken(viewer: Viewer, person_id: UUID, spoken: _Spoken, *, has_review: bool) -> None:
    """Promise 14: words that no named human reviewed are not agreed to alone."""
    if not spoken.words or not spoken.language:
        raise NothingAgreed(field="words")
    if spoken.interpreted_into and not spoken.interpreter:
        raise NeedsAnInterpreter(field="interpreter")
    is_alone = spoken.given_how is GivenHow.BY_THE_PERSON
    if is_alone and not is_the_person_now(viewer, person_id=person_id):
        raise Denied
    has_company = {
        GivenHow.BY_THE_PERSON: has_review,
        GivenHow.ON_SCREEN_WITH_WORKER: spoken.worker_id is not None,
        GivenHow.ON_SCREEN_WITH_INTERPRETER: bool(spoken.interpreter),
    }
    if not has_company[spoken.given_how]:
        raise NeedsAHelper(field="given_how")


def _replace_earlier(viewer: Viewer, grant: ConsentGrant) -> tuple[UUID, ...]:
    held = held_grants(viewer, May.CHANGE, person_id=grant.person_id)
    earlier = [row for row in held if row.withdrawn_at is None and _same_scope(row) == _same_scope(grant)]
    for row in earlier:
        row.withdrawn_at = grant.valid_from
        row.is_replaced = True
        row.save(update_fields=["withdrawn_at", "is_replaced"])
    return tuple(row.id for row in earlier)


def _same_scope(grant: ConsentGrant) -> tuple[UUID | Ref | str | None, ...]:
    return grant.holder_id, grant.recipient_id, grant.contact_id, grant.about, grant.purpose


def _given(grant: ConsentGrant, directive: ConsentDirective, replaced: tuple[UUID, ...]) -> ConsentGiven:
    return ConsentGiven(
        subject=grant.ref,
        person_id=grant.person_id,
        organization_id=grant.holder_id,
        recipient_id=grant.recipient_id,
        contact_id=grant.contact_id,
        about=grant.about,
        kinds=tuple(Kind(kind) for kind in grant.kinds),
        given_how=GivenHow(directive.given_how),
        words_digest=directive.words_digest,
        replaced=replaced,
    )
