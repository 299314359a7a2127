from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from kith.accounts.models import Invitation, Membership, User
from kith.core import clock
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_the_database_knows_the_roles(harbour: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            user_id=make.a_user(), organization_id=harbour, role="ruler", started_at=clock.now()
        )


def test_an_invitation_ends_in_one_way_only(harbour: UUID) -> None:
    now = clock.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(
            organization_id=harbour,
            role="",
            email="",
            token_digest="x",
            invited_at=now,
            expires_at=now + timedelta(days=7),
            accepted_at=now,
            withdrawn_at=now,
        )


def test_a_session_mark_changes_with_password_and_number_and_nothing_else() -> None:
    user = User.objects.get(pk=make.a_user())
    marks = {user.get_session_auth_hash()}
    user.display_name = "Someone Else"
    assert user.get_session_auth_hash() in marks

    user.session_number = 1
    marks.add(user.get_session_auth_hash())
    user.set_password("four green lamps")
    marks.add(user.get_session_auth_hash())

    assert len(marks) == 3


def test_sessions_survive_a_new_secret_key_while_the_old_one_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = User.objects.get(pk=make.a_user())
    before = user.get_session_auth_hash()

    monkeypatch.setattr(settings, "SECRET_KEY_FALLBACKS", [settings.SECRET_KEY])
    monkeypatch.setattr(settings, "SECRET_KEY", "a new key")

    assert user.get_session_auth_hash() != before
    assert before in user.get_session_auth_fallback_hash()


def test_a_row_prints_as_an_id_and_never_as_a_person() -> None:
    user = get_user_model().objects.get(pk=make.a_user("sam@harbour.example", name="Sam"))

    assert str(user) == str(user.pk)
