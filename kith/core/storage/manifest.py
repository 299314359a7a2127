"""What a backup holds, so that a restore can prove that it brought all of it back."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kith.core.errors import BadInput
from kith.core.storage.sums import TableSum

FILE = "manifest.json"
FORMAT = 1


class RowsDiffer(BadInput):
    """What was read in is not what the backup says it holds."""

    code = "rows-differ"
    sentence = _("The rows of this backup differ from its sums: it was changed or damaged.")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The database's kind and migrations, the sum and columns of each table, and the digest of each file.

    `key_marks` are digests of the field keys that the texts need; the keys themselves are never here.
    """

    made_at: str
    vendor: str
    migrations: list[tuple[str, str]]
    columns: dict[str, list[str]]
    tables: dict[str, TableSum]
    files: dict[str, str]
    key_marks: dict[str, str]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it last: a folder without one is no backup."""
    text = json.dumps({"kith_backup": FORMAT, **asdict(manifest)}, indent=1, sort_keys=True)
    (folder / FILE).write_text(text)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the backup in `folder`. Raises BadInput if there is none that can be read."""
    try:
        held = json.loads((folder / FILE).read_text())
        if held.pop("kith_backup") != FORMAT:
            raise BadInput(_("This backup was made by another version of Kith, which wrote it differently."))
        held["tables"] = {name: TableSum(**table) for name, table in held["tables"].items()}
        held["migrations"] = [(app, name) for app, name in held["migrations"]]
        return Manifest(**held)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(_("There is no whole Kith backup in this folder.")) from error
