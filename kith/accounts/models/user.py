"""Someone who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.core.ids import uuid7


class UserManager(BaseUserManager["User"]):
    """Makes users; the password is hashed."""

    def create_user(self, email: str, password: str | None, display_name: str) -> "User":
        """Write one user. A user without a password signs in only after recovery or an invitation."""
        user = self.model(email=self.normalize_email(email).lower(), display_name=display_name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in by e-mail: staff, a partner's coordinator, or a client in the portal."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)
    last_seen_at = models.DateTimeField(null=True)

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
