"""Whether mail leaves."""

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import get_connection

from kith.cli.doctor.finding import Finding, bad, fine, look

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def mail_settings_findings() -> Iterator[Finding]:
    """A real site sends mail under its own name."""
    if settings.EMAIL_BACKEND != SMTP and settings.IS_HTTPS:
        yield bad("Mail is not sent: set KITH_EMAIL_BACKEND and KITH_SMTP_HOST.")
    elif settings.EMAIL_BACKEND != SMTP:
        yield look(f"Mail is not sent but written to {settings.EMAIL_FILE_PATH}.")
    if settings.IS_HTTPS and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield bad("Mail has no sender of your own: set KITH_MAIL_FROM.")


def mail_server_findings() -> Iterator[Finding]:
    """The mail server answers and knows us."""
    if settings.EMAIL_BACKEND != SMTP:
        return
    try:
        connection = get_connection(timeout=10)
        connection.open()
        connection.close()
    except OSError as error:
        yield bad(f"The mail server {settings.EMAIL_HOST} did not let us in ({type(error).__name__}).")
    else:
        yield fine(f"The mail server {settings.EMAIL_HOST} answers.")
