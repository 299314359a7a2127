"""What a listing says in the reader's language, where somebody said it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, one_service
from kith.directory.policies.translated_text import Secrets, translated_texts
from kith.directory.text_origins import TextOrigin
from kith.directory.translating import READ_WHEN_OLD, is_stale, originals


@dataclass(frozen=True, slots=True)
class ListingInLanguage:
    """What is said, by field.

    `is_stale`: an original has changed since; but for name and description, the original then holds.
    `made_on`: the oldest of them. `origin`: the least careful of them; None where nothing is translated.
    """

    words: dict[str, str]
    origin: TextOrigin | None
    made_on: date | None
    is_stale: bool


NOTHING_SAID = ListingInLanguage({}, None, None, is_stale=False)
LEAST_CAREFUL = (TextOrigin.MACHINE, TextOrigin.MACHINE_CHECKED, TextOrigin.PERSON)


def listing_in_language(viewer: Viewer, *, service_id: UUID, language: str) -> ListingInLanguage:
    """The texts of a service in `language`. At most nine statements, two where there are none.

    Raises NotFound.
    """
    service = one_service(viewer, service_id, May.READ)
    rows = list(translated_texts(viewer).filter(service=service, language=language))
    if not rows:
        return NOTHING_SAID
    secrets = Secrets(service.id, service.organization_id)
    hidden, said = secrets.has_hidden_place, originals(service)
    old = {
        row.id for row in rows if is_stale(service, row.field_name, row.of_digest, has_hidden_place=hidden)
    }
    shown = [
        row
        for row in rows
        if secrets.may_be_read(row.words, is_stale=row.id in old)
        and row.field_name in said
        and (row.id not in old or row.field_name in READ_WHEN_OLD)
    ]
    if not shown:
        return NOTHING_SAID
    origins = {TextOrigin(row.origin) for row in shown}
    return ListingInLanguage(
        words={row.field_name: row.words for row in shown},
        origin=next(origin for origin in LEAST_CAREFUL if origin in origins),
        made_on=min(row.made_at for row in shown).date(),
        is_stale=bool(old),
    )
