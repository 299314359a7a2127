"""Sessions that end twelve hours after signing in, however busy they are."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore

SIGNED_IN_AT = "signed_in_at"
"""Session key: seconds since 1970 at which this session was signed in."""


class SessionStore(DatabaseSessionStore):
    """Sessions in the database; saving one again does not make it live longer."""

    def get_expiry_date(self, **kwargs: object) -> datetime:
        """When the database forgets the session: SESSION_COOKIE_AGE after signing in at the latest."""
        usual = super().get_expiry_date(**kwargs)
        signed_in = self.get(SIGNED_IN_AT)
        if not isinstance(signed_in, int):
            return usual
        return min(
            usual, datetime.fromtimestamp(signed_in, UTC) + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        )
