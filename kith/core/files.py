"""Private uploads: sealed, under a random name, apart from what the web server serves."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput, NotFound
from kith.core.ids import uuid7
from kith.core.keys import write_private
from kith.core.sealed_text import open_bytes, seal_bytes

LONGEST_BYTES = 20 * 1024 * 1024
KINDS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What a room stores about an upload: no name from outside, the type found by looking inside."""

    id: UUID
    content_type: str
    byte_count: int
    digest: str


def keep_file(content: bytes, *, field: str) -> KeptFile:
    """Seal and store an upload (PDF, PNG or JPEG). Serve it as an attachment only.

    Raises BadInput for `field` if it is empty, over 20 MB, or of another type.
    """
    if len(content) > LONGEST_BYTES:
        raise BadInput(_("The file is over 20 MB. Please choose a smaller one."), field=field)
    content_type = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    if content_type is None:
        raise BadInput(_("The file is not a PDF, PNG or JPEG. Please choose another one."), field=field)
    file_id = uuid7()
    write_private(path_of(file_id), seal_bytes(content, place=_place(file_id)))
    return KeptFile(file_id, content_type, len(content), hashlib.sha256(content).hexdigest())


def read_file(file_id: UUID) -> bytes:
    """The upload as it came.

    Raises NotFound if it is gone, CannotOpen if it was changed or its key is gone.
    """
    path = path_of(file_id)
    if not path.is_file():
        raise NotFound
    return open_bytes(path.read_bytes(), place=_place(file_id))


def reseal_file(path: Path) -> None:
    """Seal a kept file again with the active key."""
    place = _place(UUID(path.name))
    write_private(path, seal_bytes(open_bytes(path.read_bytes(), place=place), place=place))


def sealed_with(path: Path) -> str:
    """The name of the key that a kept file is sealed with."""
    with path.open("rb") as sealed:
        return sealed.read(20).partition(b":")[0].decode(errors="replace")


def path_of(file_id: UUID) -> Path:
    """Where the file lies; the folder is its last two letters, which are chance."""
    return Path(settings.KITH_FILES_DIR) / str(file_id)[-2:] / str(file_id)


def _place(file_id: UUID) -> str:
    return f"file.{file_id}"
