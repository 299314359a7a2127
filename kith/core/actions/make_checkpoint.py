"""Say, signed, where the chain stands."""

from pathlib import Path

from django.conf import settings

from kith.core import clock
from kith.core.actions.seal_events import seal_events
from kith.core.chain import FIRST_PREVIOUS
from kith.core.checkpoints import Checkpoint, checkpoint_text, signed_checkpoint
from kith.core.keys import write_private
from kith.core.policies.event_seal import May, seals
from kith.core.viewer import Viewer


def make_checkpoint(viewer: Viewer, *, to: Path | None) -> Checkpoint:
    """Seal the tail, sign where the chain stands, and write it to the file `to`.

    None: into the checkpoints folder, named by its seal number, so that nothing new makes no new file.

    Only a copy kept elsewhere (a partner, an e-mail) protects against someone who can rewrite every hash.
    Raises Denied for all but the system.
    """
    seal_events(viewer)
    chain = seals(viewer, May.SEAL)
    last = chain.last()
    seq, seal = (last.seq, last.hash) if last is not None else (0, FIRST_PREVIOUS)
    checkpoint = signed_checkpoint(seq=seq, seal=seal, made_at=clock.now(), count=chain.count())
    write_private(to or _own_path(seq), checkpoint_text(checkpoint).encode())
    return checkpoint


def _own_path(seq: int) -> Path:
    return Path(settings.KITH_DATA_DIR) / "checkpoints" / f"{seq:012d}.json"
