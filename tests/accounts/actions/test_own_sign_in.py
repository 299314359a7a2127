import pytest

from kith.accounts.actions.change_own_name import change_own_name
from kith.accounts.actions.sign_out_everywhere import sign_out_everywhere
from kith.accounts.models import User
from kith.core.errors import BadInput, NotFound
from kith.core.models import Event
from kith.core.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_signing_out_everywhere_changes_the_mark_of_ones_own_sessions_only(
    navigator: Viewer, admin: Viewer
) -> None:
    mine, theirs = (User.objects.get(pk=v.user_id).get_session_auth_hash() for v in (navigator, admin))

    sign_out_everywhere(navigator)

    assert User.objects.get(pk=navigator.user_id).get_session_auth_hash() != mine
    assert User.objects.get(pk=admin.user_id).get_session_auth_hash() == theirs
    assert Event.objects.filter(kind="accounts.signed_out_everywhere").count() == 1


def test_ones_own_name_is_changed_and_the_event_does_not_hold_it(navigator: Viewer) -> None:
    change_own_name(navigator, display_name="  Nia Nkemelu ")

    assert User.objects.get(pk=navigator.user_id).display_name == "Nia Nkemelu"
    assert Event.objects.get(kind="accounts.name_changed").payload == {}


def test_an_empty_name_is_not_taken(navigator: Viewer) -> None:
    with pytest.raises(BadInput) as caught:
        change_own_name(navigator, display_name="   ")

    assert caught.value.field == "display_name"


def test_nobody_has_no_sign_in_to_change() -> None:
    with pytest.raises(NotFound):
        sign_out_everywhere(make.NOBODY)
    with pytest.raises(NotFound):
        change_own_name(make.NOBODY, display_name="X")
