"""A listing beside its translation, for whoever writes it."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, one_service
from kith.directory.policies.translated_text import Secrets, translated_texts
from kith.directory.text_origins import TextOrigin
from kith.directory.translating import is_stale, originals


@dataclass(frozen=True, slots=True)
class FieldToTranslate:
    """One field: what it says, and what it says in the other language (empty: nothing yet)."""

    name: str
    original: str
    words: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class ListingToTranslate:
    """The fields that say something, in the order of the page.

    `has_hidden_place`: whoever writes must not say where it is.
    """

    service_id: UUID
    name: str
    language: str
    origin: TextOrigin | None
    has_hidden_place: bool
    fields: tuple[FieldToTranslate, ...]


def listing_to_translate(viewer: Viewer, *, service_id: UUID, language: str) -> ListingToTranslate:
    """The originals of a service beside their words in `language`. Raises NotFound or Denied."""
    service = one_service(viewer, service_id, May.EDIT)
    rows = {
        row.field_name: row for row in translated_texts(viewer).filter(service=service, language=language)
    }
    hidden = Secrets(service.id, service.organization_id).has_hidden_place
    return ListingToTranslate(
        service_id=service.id,
        name=service.name,
        language=language,
        origin=next((TextOrigin(row.origin) for row in rows.values()), None),
        has_hidden_place=hidden,
        fields=tuple(
            FieldToTranslate(
                name=name,
                original=said,
                words=rows[name].words if name in rows else "",
                is_stale=name in rows
                and is_stale(service, name, rows[name].of_digest, has_hidden_place=hidden),
            )
            for name, said in originals(service).items()
        ),
    )
