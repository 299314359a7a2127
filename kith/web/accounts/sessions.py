"""Sessions that end twelve hours after signing in, however busy they are."""

import hashlib
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"
"""Session key: seconds since 1970 at which this session was signed in."""
KEPT_SIGNS = 40


def kept_key(session_key: str) -> str:
    """What the table holds of a cookie: 160 bits of its SHA-256, so that a row opens no session."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:KEPT_SIGNS]


class SessionStore(DatabaseSessionStore):
    """Sessions in the database, without their cookies; saving one again does not make it live longer."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        """The row of this cookie; None, and a new key, where there is none."""
        found = self.model.objects.filter(
            session_key=kept_key(self.session_key or ""), expire_date__gt=timezone.now()
        ).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """True if there is a row of this cookie."""
        return self.model.objects.filter(session_key=kept_key(session_key)).exists()

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        """The row that is kept."""
        row: AbstractBaseSession = super().create_model_instance(data)
        row.session_key = kept_key(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        """Forget the row of this cookie."""
        key = self.session_key if session_key is None else session_key
        if key is not None:
            self.model.objects.filter(session_key=kept_key(key)).delete()

    def get_expiry_date(self, **kwargs: object) -> datetime:
        """When the database forgets the session: SESSION_COOKIE_AGE after signing in at the latest."""
        usual = super().get_expiry_date(**kwargs)
        signed_in = self.get(SIGNED_IN_AT)
        if not isinstance(signed_in, int):
            return usual
        return min(
            usual, datetime.fromtimestamp(signed_in, UTC) + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        )
