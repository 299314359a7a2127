"""The secret of an invitation: it is given out once, and only its digest is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from uuid import UUID

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class MadeInvitation:
    """A new invitation; `token` is nowhere else."""

    id: UUID
    token: str


def new_token() -> str:
    """A fresh token: 256 bits of chance, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> str:
    """What is kept of a token: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
