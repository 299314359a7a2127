"""Say a listing in another language."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.languages import normal_tag
from kith.core.viewer import Viewer
from kith.directory.events import ListingTranslated
from kith.directory.models import Service, TranslatedText
from kith.directory.policies.service import May, one_service_to_change
from kith.directory.policies.translated_text import Secrets, translated_texts
from kith.directory.search_documents import write_search_documents
from kith.directory.text_origins import TextOrigin
from kith.directory.translating import digest_of, longest, originals


@transaction.atomic
def translate_listing(
    viewer: Viewer, *, service_id: UUID, language: str, words: Mapping[str, str], origin: TextOrigin
) -> UUID:
    """Exactly these fields are said in `language`, a BCP-47 tag; returns the service's id.

    Empty words take a translation away. Saying the same again makes it new: it was read beside what the
    field says now. Raises NotFound, Denied, or BadInput that names its field.
    """
    service = one_service_to_change(viewer, service_id, May.EDIT)
    tag, said = _checked_tag(language), _checked(service, words)
    hidden = Secrets(service.id, service.organization_id).has_hidden_place
    translated_texts(viewer).filter(service=service, language=tag).delete()
    TranslatedText.objects.bulk_create(
        TranslatedText(
            service=service,
            field_name=name,
            language=tag,
            words=text,
            origin=origin.value,
            of_digest=digest_of(originals(service)[name], has_hidden_place=hidden),
            made_at=clock.now(),
            made_by_user_id=viewer.user_id,
        )
        for name, text in said.items()
    )
    write_search_documents([service.id])
    record(
        viewer,
        ListingTranslated(
            subject=service.ref,
            organization_id=service.organization_id,
            language=tag,
            origin=origin,
            field_codes=tuple(said),
        ),
    )
    return service.id


def _checked_tag(language: str) -> str:
    try:
        return normal_tag(language)
    except ValueError:
        raise BadInput(_("There is no such language."), field="language") from None


def _checked(service: Service, words: Mapping[str, str]) -> dict[str, str]:
    """The words without blanks around them, those that say something."""
    said = {name: text.strip() for name, text in words.items() if text.strip()}
    known = originals(service)
    for name, text in said.items():
        if name not in known:
            raise BadInput(_("The listing says nothing here that could be translated."), field=name)
        if len(text) > longest(name):
            raise BadInput(
                _("This is too long. Keep it under %(most)s signs.") % {"most": longest(name)}, field=name
            )
    return said
