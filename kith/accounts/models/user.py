"""Someone who signs in."""

from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from kith.core import clock
from kith.core.ids import uuid7

SESSION_SALT = "kith.accounts.session"


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail, as Django's sign-in asks for them."""


class User(AbstractBaseUser):
    """A person who signs in by e-mail: staff, a partner's coordinator, or a client in the portal.

    `session_number` is part of every session's mark: counting it up ends all sessions at once.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=clock.now)
    last_seen_at = models.DateTimeField(null=True)
    session_number = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        db_table = "accounts_user"

    def __str__(self) -> str:
        return str(self.id)

    def get_full_name(self) -> str:
        """The name shown to colleagues."""
        return self.display_name

    def get_short_name(self) -> str:
        """The name shown to colleagues."""
        return self.display_name

    def get_session_auth_hash(self) -> str:
        """The mark that every session of this user must carry."""
        return self._session_mark(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same mark under the site's earlier secret keys."""
        return (self._session_mark(secret) for secret in settings.SECRET_KEY_FALLBACKS)

    def _session_mark(self, secret: str | bytes) -> str:
        held = f"{self.password}:{self.session_number}"
        return salted_hmac(SESSION_SALT, held, secret=secret, algorithm="sha256").hexdigest()
