"""A name with a line break, as a spreadsheet may have it, keeps no mail back."""

import pytest

from kith.core.viewer import Role
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import a_contact, a_member, a_partner, an_organization, make_host, proposed
from tests.factories.proposals import queue_mails

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


def test_a_proposal_from_a_name_of_two_lines_goes_out_with_a_subject_of_one() -> None:
    manager = a_member(an_organization("Northgate\r\nBcc: all@example.org"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    mosque = a_partner(manager, "Al-Noor Mosque")
    a_contact(manager, mosque)
    proposed(manager, mosque)

    queue_mails()

    assert OutgoingMessage.objects.get().subject == "A proposal from Northgate Bcc: all@example.org"
