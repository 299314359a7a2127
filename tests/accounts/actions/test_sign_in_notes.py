from uuid import UUID

import pytest

from kith.accounts.actions.note_failed_sign_in import note_failed_sign_in
from kith.accounts.actions.note_sign_in import note_sign_in
from kith.accounts.actions.note_sign_in_change import note_sign_in_change
from kith.accounts.models import User
from kith.accounts.terms import SignInChange
from kith.core.errors import NotFound
from kith.core.models import Event
from kith.core.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_a_sign_in_is_recorded_and_counts_as_being_here(navigator: Viewer) -> None:
    note_sign_in(navigator)

    assert Event.objects.get(kind="accounts.signed_in").subject_id == navigator.user_id
    assert User.objects.get(pk=navigator.user_id).last_seen_at is not None


def test_nobody_has_not_signed_in() -> None:
    with pytest.raises(NotFound):
        note_sign_in(make.NOBODY)


def test_a_failed_sign_in_keeps_nothing_of_what_was_typed(navigator: Viewer) -> None:
    note_failed_sign_in(make.NOBODY, email="NIA@harbour.example")
    note_failed_sign_in(make.NOBODY, email="my secret password")

    known, unknown = Event.objects.filter(kind="accounts.sign_in_failed").order_by("at", "id")
    assert (known.subject_kind, known.subject_id) == ("user", navigator.user_id)
    assert (unknown.subject_kind, unknown.subject_id) == ("site", UUID(int=0))
    assert known.payload == unknown.payload == {}


@pytest.mark.parametrize("what", SignInChange)
def test_a_change_of_the_sign_in_is_recorded(navigator: Viewer, what: SignInChange) -> None:
    note_sign_in_change(navigator, user_id=make.user_id_of(navigator), what=what)

    event = Event.objects.get(kind="accounts.sign_in_changed")
    assert (event.subject_id, event.payload) == (navigator.user_id, {"what": what.value})
