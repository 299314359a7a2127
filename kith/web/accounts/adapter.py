"""What Kith does differently from allauth: nobody signs up, everything is recorded, mail goes by post."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.accounts.actions.note_failed_sign_in import note_failed_sign_in
from kith.accounts.actions.note_sign_in import note_sign_in
from kith.accounts.actions.note_sign_in_change import note_sign_in_change
from kith.accounts.queries.my_account import my_account
from kith.accounts.queries.viewer_of import viewer_of
from kith.accounts.terms import SignInChange
from kith.core import clock
from kith.core.errors import TooMany
from kith.core.viewer import Door, Viewer
from kith.web.accounts.mail_to_user import SignInMail, mail_to_user
from kith.web.accounts.sessions import SIGNED_IN_AT
from kith.web.client_mark import mark_of

NOBODY = Viewer.nobody(Door.PUBLIC)
CHANGES = {
    "account/email/password_changed": SignInChange.CHANGED,
    "account/email/password_reset": SignInChange.RECOVERED,
    "mfa/email/totp_activated": SignInChange.CODES_ON,
    "mfa/email/totp_deactivated": SignInChange.CODES_OFF,
    "mfa/email/recovery_codes_generated": SignInChange.RECOVERY_CODES_MADE,
}


class ClosedSignUp(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Users come by invitation only; their sign-ins are recorded, their mail is queued."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never: an invitation makes the user."""
        return False

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Start a session under a new key, and its twelve hours."""
        super().login(request, user)
        request.session[SIGNED_IN_AT] = int(clock.now().timestamp())

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **hints: object) -> HttpResponse:
        """Record the sign-in."""
        note_sign_in(viewer_of(NOBODY, user_id=user.pk, organization_id=None))
        response: HttpResponse = super().post_login(request, user, **hints)
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page; for members of several organisations, the choice between them."""
        viewer = viewer_of(NOBODY, user_id=request.user.pk, organization_id=None)
        if viewer.organization_id is None and my_account(viewer).acts_for:
            return reverse("choose_organization")
        return str(super().get_login_redirect_url(request))

    def pre_authenticate(self, request: HttpRequest, **credentials: str) -> None:
        """Count the try. Raises TooMany (429) from the sixth wrong one in five minutes."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise TooMany from error

    def authentication_failed(self, _request: HttpRequest, **credentials: str) -> None:
        """Record the failed try, without what was typed."""
        note_failed_sign_in(NOBODY, email=credentials.get("email", ""))

    def get_client_ip(self, request: HttpRequest) -> str:
        """What limits count by: a mark in place of the address, which is kept nowhere."""
        return mark_of(super().get_client_ip(request))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """Lock the pair of address and user: nobody can lock a crisis worker out from elsewhere."""
        return f"{self.get_client_ip(request)}:{credentials.get('email', '').lower()}"

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The recovery page at the site's own address, whatever host the browser named."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return f"{settings.KITH_SITE_URL}{path.replace('UID-KEY', key)}"

    def format_email_subject(self, subject: str) -> str:
        """As it is: an inbox may be seen by others."""
        return subject

    def send_mail(self, template_prefix: str, _email: str, context: dict[str, object]) -> None:
        """Queue the mail: the page answers as fast for a known address as for an unknown one."""
        user = context.get("user")
        if not isinstance(user, AbstractBaseUser):
            raise TypeError(f"{template_prefix} is not about a user.")
        message = self.render_mail(template_prefix, user.get_username(), context)
        about_user = SignInMail(
            user_id=user.pk,
            address=user.get_username(),
            what=template_prefix,
            subject=message.subject,
            body=message.body,
        )
        mail_to_user(about_user)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, object] | None = None,
        email: str | None = None,
    ) -> None:
        """Record that the way to sign in was changed, and tell its owner."""
        viewer = viewer_of(NOBODY, user_id=user.pk, organization_id=None)
        note_sign_in_change(viewer, user_id=user.pk, what=CHANGES[template_prefix])
        self.send_mail(template_prefix, email or user.get_username(), {**(context or {}), "user": user})
