"""A code that is read out on the phone: six digits, kept as a salted digest."""

import secrets
import unicodedata

from django.contrib.auth.hashers import check_password, make_password

DIGITS = 6


def new_code() -> str:
    """Six digits by chance."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def digest_of_code(code: str) -> str:
    """What is kept of it."""
    return make_password(code)


def is_code(typed: str, digest: str) -> bool:
    """True if what was typed is the code; spaces do not matter, nor in which script's digits it is typed."""
    digits = "".join(str(unicodedata.digit(sign)) for sign in typed if sign.isdigit())
    return bool(digest) and check_password(digits, digest)
