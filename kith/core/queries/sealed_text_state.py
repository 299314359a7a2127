"""Whether the private text can be opened with the keys that are here."""

from dataclasses import dataclass

from kith.core.errors import Denied
from kith.core.policies.sealed_rows import sealed_columns, sealed_otherwise
from kith.core.sealed_text import CannotOpen, SealedText, open_sealed
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SealedTextState:
    """How many kinds of text were tried (the oldest and newest of each), and which cannot be opened."""

    tried: int
    unreadable: tuple[str, ...]


def sealed_text_state(viewer: Viewer) -> SealedTextState:
    """Try the oldest and the newest text of each sealed column. Raises Denied for all but the system."""
    if not viewer.is_system:
        raise Denied
    places = []
    failed = []
    for model, field in sealed_columns():
        texts = sealed_otherwise(viewer, (model, field), key_name="").values_list("pk", "stored_text")
        for row_id, stored in {*texts[:1], *texts.reverse()[:1]}:
            place = field.place(model(pk=row_id))
            places.append(place)
            if not _opens(stored, place):
                failed.append(place)
    return SealedTextState(len(places), tuple(failed))


def _opens(stored: str, place: str) -> bool:
    try:
        open_sealed(SealedText(stored), place=place)
    except CannotOpen:
        return False
    return True
