"""allauth's forms in our words: plain labels, hints that say what to type, no placeholders."""

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import get_default_password_validators
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.accounts.actions.note_failed_sign_in import note_failed_sign_in
from kith.accounts.sign_in_names import sign_in_typed
from kith.core.viewer import Door, Viewer

CODE_HINT = _("The six numbers that the app on your phone shows now, or one of your spare codes.")
LONGEST_LOGIN = 254
APP_HINT = _("The six numbers that the app on your phone shows now.")


def password_hint() -> str:
    """What a new password must be, in one sentence."""
    count = next(rule.min_length for rule in get_default_password_validators() if hasattr(rule, "min_length"))
    return str(
        _("At least %(count)s characters. A few words in a row are good and easy to keep in mind.")
    ) % {"count": count}


def say(form: forms.Form, field: str, label: str | Promise, hint: str | Promise = "") -> None:
    """Give one field its label and hint, and take the placeholder away."""
    form.fields[field].label = str(label)
    form.fields[field].help_text = str(hint)
    form.fields[field].widget.attrs.pop("placeholder", None)


def say_new_password(form: forms.Form) -> None:
    """The two fields of a new password."""
    say(form, "password1", _("New password"), password_hint())
    say(form, "password2", _("New password again"))


class SignInForm(account.LoginForm):  # type: ignore[misc] # allauth ships no types
    """E-mail or made-up name, and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("E-mail address, or name for signing in"),
            max_length=LONGEST_LOGIN,
            widget=forms.TextInput(
                attrs={"autocomplete": "username", "autocapitalize": "none", "dir": "ltr"}
            ),
        )
        self.order_fields(["login", "password"])
        say(self, "password", _("Password"))

    def clean_login(self) -> str:
        """The address that is meant; a made-up name may be typed alone."""
        return sign_in_typed(super().clean_login())


class ForgottenPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]
    """Where to send the link."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "email", _("E-mail address"), _("The one you sign in with."))


class NewPasswordForm(account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after recovery."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say_new_password(self)


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    """The old password and a new one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", _("Password you have now"))
        say_new_password(self)


class PasswordAgainForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password, to show that it is still you."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password", _("Password"))


class CodeForm(codes.AuthenticateForm):  # type: ignore[misc]
    """A one-time code or a spare code, after the password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Code"), CODE_HINT)

    def clean_code(self) -> str:
        """The code, if it is right; a wrong one is recorded."""
        try:
            return str(super().clean_code())
        except ValidationError:
            note_failed_sign_in(Viewer.nobody(Door.PUBLIC), email=self.user.get_username())
            raise


class CodeAgainForm(codes.ReauthenticateForm):  # type: ignore[misc]
    """A code, to show that it is still you."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Code"), CODE_HINT)


class TurnCodesOnForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Code"), APP_HINT)
