"""What a mail or a text can be addressed to."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.post.terms import MessageKind

PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{3,30}")


def check_address(kind: MessageKind, address: str) -> None:
    """Raises BadInput unless `address` is one mail address, or one phone number."""
    if kind is MessageKind.TEXT:
        if not PHONE.fullmatch(address):
            raise BadInput(_("This is not a phone number that we can use."), field="phone")
        return
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise BadInput(_("This is not a mail address that we can use."), field="email") from wrong


def check_subject(subject: str) -> None:
    """Raises BadInput for a subject with a line break: it could forge a mail header."""
    if "\n" in subject or "\r" in subject:
        raise BadInput(_("A subject is one line."), field="subject")
