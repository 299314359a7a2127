"""Signed checkpoints: what the chain was at one moment, to be kept where this server cannot reach."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput
from kith.core.keys import write_first


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Seal `seq` had this `hash` at `made_at`, when the chain held `count` seals; signed with Ed25519."""

    seq: int
    hash: str
    made_at: str
    count: int
    public_key: str
    signature: str


def signed_checkpoint(*, seq: int, seal: str, made_at: datetime, count: int) -> Checkpoint:
    """A checkpoint signed with the site's own key."""
    key = _own_key()
    unsigned = Checkpoint(
        seq, seal, made_at.astimezone(UTC).isoformat(), count, key.public_key().public_bytes_raw().hex(), ""
    )
    signature = key.sign(_signed_part(unsigned)).hex()
    return Checkpoint(seq, seal, unsigned.made_at, count, unsigned.public_key, signature)


def is_ours(checkpoint: Checkpoint) -> bool:
    """True if it was signed with this site's key and not changed since."""
    own = _own_key().public_key()
    if checkpoint.public_key != own.public_bytes_raw().hex():
        return False
    return _is_signed_by(own, checkpoint)


def checkpoint_text(checkpoint: Checkpoint) -> str:
    """The file's text."""
    return json.dumps({"kith_checkpoint": 1, **asdict(checkpoint)}, indent=2) + "\n"


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in a file's text. Raises BadInput if it is none."""
    try:
        held = json.loads(text)
        return Checkpoint(
            seq=int(held["seq"]),
            hash=str(held["hash"]),
            made_at=str(held["made_at"]),
            count=int(held["count"]),
            public_key=str(held["public_key"]),
            signature=str(held["signature"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(_("This file is not a Kith checkpoint."), field="against") from error


def _is_signed_by(key: Ed25519PublicKey, checkpoint: Checkpoint) -> bool:
    try:
        key.verify(bytes.fromhex(checkpoint.signature), _signed_part(checkpoint))
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed_part(checkpoint: Checkpoint) -> bytes:
    held = asdict(checkpoint)
    del held["signature"]
    return json.dumps(held, sort_keys=True, separators=(",", ":")).encode()


def _own_key() -> Ed25519PrivateKey:
    path = Path(settings.KITH_KEYS_DIR) / "checkpoints.key"
    if not path.exists():
        write_first(path, Ed25519PrivateKey.generate().private_bytes_raw())
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
