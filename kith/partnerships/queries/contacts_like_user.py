"""Which contacts may be the human who signs in."""

from collections.abc import Iterable
from uuid import UUID

from kith.accounts.queries.sign_in_of import sign_in_of
from kith.core.viewer import Viewer
from kith.partnerships.one_human import Human, may_be_one
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts_ever


def contacts_like_user(viewer: Viewer, *, contact_ids: Iterable[UUID], user_id: UUID) -> frozenset[UUID]:
    """Those of these contacts, ended ones too, who are or may be this user. Two statements."""
    known = sign_in_of(viewer, user_id=user_id)
    user = Human(known.name, known.email, user_id) if known else Human("", "", user_id)
    rows = contacts_ever(viewer, May.ROUTE).filter(pk__in=list(contact_ids))
    return frozenset(row.pk for row in rows if may_be_one(row.human, user))
