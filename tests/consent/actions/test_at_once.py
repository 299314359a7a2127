"""The same exclusion said twice at the same moment."""

from functools import partial

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.models import Exclusion
from kith.core.ids import uuid7
from kith.core.viewer import Role
from tests.environment import scaled
from tests.factories.partnerships import a_member, an_organization, events_of_kind
from tests.post.crowd import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
ROUNDS = scaled(20, least=4)


@pytest.mark.parametrize("contact_id", [None, uuid7()])
def test_the_same_exclusion_sent_twice_at_once_is_one(contact_id: object) -> None:
    holder = an_organization("Northgate Together")
    navigator, al_noor = a_member(holder, Role.NAVIGATOR), an_organization("Al-Noor Mosque")
    for _ in range(ROUNDS):
        person_id = uuid7()
        keep_out = partial(
            exclude,
            navigator,
            person_id=person_id,
            holder_id=holder,
            organization_id=al_noor,
            contact_id=contact_id,
            words="",
        )

        answers = all_at_once([keep_out] * 4)

        assert answers == [Exclusion.objects.get(person_id=person_id).id] * 4
        assert (
            len([one for one in events_of_kind("consent.exclusion_made") if one.person_id == person_id]) == 1
        )
