"""Make a user."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from kith.accounts.errors import EmailTaken
from kith.accounts.events import UserCreated
from kith.accounts.models import User
from kith.accounts.sign_in_rules import check_password, clean_email
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def create_user(
    viewer: Viewer, *, email: str, display_name: str, password: str | None, is_demo: bool
) -> UUID:
    """Make a user from a command: the first admin, or the demo town.

    Without a password the user signs in after recovery. A demo user's password is printed on the
    first page, so its strength is not asked for. Raises Denied, BadEmail, EmailTaken or WeakPassword.
    """
    if not viewer.is_system:
        raise Denied
    address = clean_email(email)
    if password is not None and not is_demo:
        check_password(password, email=address, display_name=display_name)
    user = _write_user(address, display_name, password, is_demo)
    record(viewer, UserCreated(subject=Ref("user", user.id)))
    return user.id


def _write_user(email: str, display_name: str, password: str | None, is_demo: bool) -> User:
    try:
        with transaction.atomic():
            return User.objects.create(
                email=email,
                display_name=display_name.strip(),
                password=make_password(password),
                is_demo=is_demo,
            )
    except IntegrityError as error:
        raise EmailTaken(field="email") from error
