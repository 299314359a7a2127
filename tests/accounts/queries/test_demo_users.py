import pytest

from kith.accounts.actions.create_user import create_user
from kith.accounts.models import User
from kith.accounts.queries.demo_users import demo_users
from kith.core.errors import Denied
from kith.core.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_only_active_demo_users_are_listed() -> None:
    for name in ("b", "a", "closed"):
        create_user(
            make.SYSTEM, email=f"{name}@demo.example", display_name=name, password="kith-demo", is_demo=True
        )
    User.objects.filter(email="closed@demo.example").update(is_active=False)
    make.a_user("real@harbour.example")

    assert [line.email for line in demo_users(make.SYSTEM)] == ["a@demo.example", "b@demo.example"]


def test_nobody_else_may_list_them(admin: Viewer) -> None:
    with pytest.raises(Denied):
        demo_users(admin)
