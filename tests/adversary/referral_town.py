"""The town in which referrals are killed half-way: made once, found again by every process of the site."""

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith.accounts.queries.viewer_of import viewer_of
from kith.core.ids import Ref
from kith.core.viewer import Door, Viewer
from tests.factories.care import a_care_town


@dataclass(frozen=True, slots=True)
class ReferralTown:
    """A navigator who asks, and a partner that is asked."""

    navigator_id: UUID
    holder_id: UUID
    recipient_id: UUID

    @property
    def navigator(self) -> Viewer:
        nobody = Viewer.nobody(Door.STAFF)
        return viewer_of(nobody, user_id=self.navigator_id, organization_id=self.holder_id)

    def by_link(self, referral_id: UUID) -> Viewer:
        only = Ref("referral", referral_id)
        return replace(Viewer.nobody(Door.ANSWER), organization_id=self.recipient_id, only=only)


def build() -> None:
    """Make the town, and write down who is who."""
    with transaction.atomic():
        town = a_care_town().town
    ids = [town.navigator.user_id, town.holder_id, town.recipient_id]
    _path().write_text(json.dumps([str(one) for one in ids]))


@cache
def the_town() -> ReferralTown:
    return ReferralTown(*(UUID(one) for one in json.loads(_path().read_text())))


def _path() -> Path:
    return Path(settings.KITH_DATA_DIR) / "referral_town.json"
