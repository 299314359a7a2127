"""What an e-mail address and a password must be to sign in with."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kith.accounts.errors import BadEmail, WeakPassword
from kith.accounts.models import User


def clean_email(email: str) -> str:
    """The address as it is kept: no spaces round it, small letters. Raises BadEmail."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadEmail(field="email") from error
    return address


def check_password(password: str, *, email: str, display_name: str) -> None:
    """Raises WeakPassword with the reasons, if the site's rules do not accept it for this user."""
    try:
        validate_password(password, User(email=email, display_name=display_name))
    except ValidationError as error:
        raise WeakPassword(" ".join(error.messages), field="password") from error
