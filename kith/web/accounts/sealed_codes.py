"""The secrets of one-time codes, sealed for the one user whose they are."""

from allauth.account.internal.stagekit import get_pending_stage
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter

from kith.accounts.errors import CodesUnreadable
from kith.core.queries.site_profile import site_profile
from kith.core.sealed_text import CannotOpen, SealedText, open_sealed, seal
from kith.core.viewer import Door, Viewer

NOBODY = Viewer.nobody(Door.PUBLIC)


class SealedCodes(DefaultMFAAdapter):  # type: ignore[misc] # allauth ships no types
    """Seals each secret for whoever signs in or is signed in: in another user's row it does not open."""

    def encrypt(self, text: str) -> str:
        """Seal for the user at the keyboard."""
        return seal(text, place=place_of(user_at_the_keyboard()))

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed for the same user. Raises CodesUnreadable for any other."""
        try:
            return open_sealed(SealedText(encrypted_text), place=place_of(user_at_the_keyboard()))
        except CannotOpen as error:
            raise CodesUnreadable from error

    def get_totp_issuer(self) -> str:
        """The site's name, as the app on the phone lists it."""
        return site_profile(NOBODY).name


def place_of(user_id: object) -> str:
    """What a secret is bound to: the table, the column, and the user; migration 0004 of accounts knows it."""
    return f"mfa_authenticator.data.{user_id}"


def user_at_the_keyboard() -> object:
    """The id of who is signed in, or has given the right password and is asked for the code.

    Raises CodesUnreadable if nobody is there.
    """
    request = context.request
    if request.user.is_authenticated:
        return request.user.pk
    stage = get_pending_stage(request)
    if stage is None or stage.login.user is None:
        raise CodesUnreadable
    return stage.login.user.pk
