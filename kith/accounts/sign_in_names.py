"""Signing in without a mailbox: a name that Kith makes up stands where an e-mail address would."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are easily mistaken for one another."""
HALF = 4
NO_MAILBOX = "@no-mailbox.invalid"
"""No mail ever goes there: RFC 2606 keeps `.invalid` empty."""


def new_sign_in_name() -> str:
    """A fresh made-up name in the shape of an address: nobody can have it yet."""
    halves = ("".join(secrets.choice(LETTERS) for _ in range(HALF)) for _ in range(2))
    return "-".join(halves) + NO_MAILBOX


def has_mailbox(email: str) -> bool:
    """False for a made-up name."""
    return not email.lower().endswith(NO_MAILBOX)


def shown_sign_in(email: str) -> str:
    """What somebody types to sign in: the e-mail address, or the made-up name alone."""
    return email if has_mailbox(email) else email[: -len(NO_MAILBOX)]


def sign_in_typed(words: str) -> str:
    """The address that is meant by what was typed."""
    typed = words.strip()
    return typed if not typed or "@" in typed else typed + NO_MAILBOX
