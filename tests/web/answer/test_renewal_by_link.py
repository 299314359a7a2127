"""A renewal that came by mail to somebody without an account, while the agreement goes on."""

from datetime import date, timedelta

import pytest
from django.test import Client

from kith.core import clock
from kith.core.viewer import Role
from kith.partnerships.actions.renew_agreement import renew_agreement
from kith.partnerships.models import Agreement, Version
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host, sign
from tests.factories.proposals import SIGNED, a_mailed_proposal, mailed_links, on_the_table, send

pytestmark = pytest.mark.django_db
GOES_ON = "It goes on as it is until all have signed these words."


def last_day() -> date:
    return clock.today("UTC") + timedelta(days=300)


def test_the_link_shows_the_renewal_and_signs_it() -> None:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    mosque = a_partner(manager, "Al-Noor Mosque")
    agreement_id, first = a_mailed_proposal(manager, mosque)
    assert GOES_ON not in Client().get(first).content.decode()
    send(Client(), first, seen_digest=on_the_table(agreement_id).text_digest, **SIGNED)
    sign(agreement_id, manager)

    renew_agreement(
        manager,
        agreement_id=agreement_id,
        review_on=None,
        ends_on=last_day(),
        name="Sahra Warsame",
        role_title="Adviser",
    )
    address = mailed_links("g")[-1]
    page = Client().get(address).content.decode()
    status, onward, _page = send(
        Client(), address, seen_digest=on_the_table(agreement_id).text_digest, **SIGNED
    )

    assert GOES_ON in page
    assert "Yes, we sign" in page
    assert (status, onward) == (302, "/agreed/sign/")
    assert Version.objects.get(state="signed").ends_on == last_day()
    assert Agreement.objects.get().status == "in_force"
