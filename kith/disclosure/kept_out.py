"""Which human is kept out by whom, under whatever name they stand at a partner (promise 2)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.consent.queries.exclusions_of import exclusions_of
from kith.consent.queries.humans_excluded import HumanExcluded, humans_excluded
from kith.core.viewer import Viewer
from kith.disclosure.gate import GATE
from kith.partnerships.queries.alike_contacts import alike_contacts
from kith.partnerships.queries.contacts_like_user import contacts_like_user


def humans_kept_out(*, person_id: UUID, among: Iterable[UUID]) -> Mapping[UUID, datetime]:
    """Those of these contacts who are, or may be, a human that the person excludes, and since when.

    Somebody who is entered anew, or for another partner too, is still the same human.
    """
    lines = exclusions_of(GATE, person_id=person_id)
    since = {line.contact_id: line.excluded_at for line in reversed(lines) if line.contact_id is not None}
    if not since:
        return {}
    alike = alike_contacts(GATE, contact_ids=since, among=among)
    return {other: min(since[one] for one in same) for other, same in alike.items() if same}


def people_kept_from(viewer: Viewer) -> frozenset[UUID]:
    """The people who do not want this viewer, as the human they are, to see anything of theirs.

    For members who sign in. A link is bound to a contact, whom each decision asks about.
    """
    return frozenset(line.person_id for line in _exclusions_of_oneself(viewer))


def kept_from(viewer: Viewer) -> Q:
    """Rows (with `person_id` and `contact_id`) of people who keep this viewer out.

    Not those for which the viewer was the one to be told: they read there what is read after any stop. A page
    that is gone would tell them why.
    """
    lines = _exclusions_of_oneself(viewer)
    people = {line.person_id for line in lines}
    return Q(person_id__in=people) & ~Q(contact_id__in={line.contact_id for line in lines})


def _exclusions_of_oneself(viewer: Viewer) -> list[HumanExcluded]:
    if viewer.user_id is None or viewer.organization_id is None:
        return []
    excluded = humans_excluded(GATE)
    if not excluded:
        return []
    contact_ids = {line.contact_id for line in excluded}
    oneself = contacts_like_user(GATE, contact_ids=contact_ids, user_id=viewer.user_id)
    return [line for line in excluded if line.contact_id in oneself]
