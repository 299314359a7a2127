"""The guard that keeps rooms from loading each other's rows while tests run."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType

from kith.accounts.models import Membership
from kith.core.ids import uuid7
from tests.no_crossing_loads import CrossingLoad


def test_a_row_of_another_room_cannot_be_loaded_through_a_key() -> None:
    membership = Membership(organization_id=uuid7())

    with pytest.raises(CrossingLoad):
        _ = membership.organization


@pytest.mark.django_db
def test_libraries_may_load_their_own_rows() -> None:
    permission = Permission(content_type=ContentType.objects.create(app_label="x", model="y"))

    assert permission.content_type.model == "y"
