"""Whether the keys are kept apart and open the text."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kith.cli.command import SYSTEM
from kith.cli.doctor.finding import Finding, bad, fine, look
from kith.core.queries.sealed_text_state import sealed_text_state

OTHERS = 0o077


def key_folder_findings() -> Iterator[Finding]:
    """Only this account may read the keys; on a real site they lie apart from the data."""
    folder = Path(settings.KITH_KEYS_DIR)
    open_ones = [path for path in (folder, *folder.glob("*")) if path.stat().st_mode & OTHERS]
    if open_ones:
        yield bad(f"Other accounts may read the keys. Run: chmod -R go-rwx {folder}")
    else:
        yield fine("Only this account may read the keys.")
    if settings.IS_HTTPS and folder.is_relative_to(settings.KITH_DATA_DIR):
        yield look("The keys lie inside the data folder. Set KITH_KEYS_DIR to another place and move them.")


def sealed_text_findings() -> Iterator[Finding]:
    """The oldest and newest text of each kind opens."""
    state = sealed_text_state(SYSTEM)
    if state.unreadable:
        yield bad(
            f"{len(state.unreadable)} of {state.tried} private texts cannot be opened: these are not all the "
            f"keys of this database. Put its own keys folder at {settings.KITH_KEYS_DIR}."
        )
    elif not state.tried:
        yield look("Nothing is sealed yet, so the keys could not be tried. Run: kith run (or kith worker)")
    else:
        yield fine("Private text can be opened.")
