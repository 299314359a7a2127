"""The words of the consent, in each language that Kith has them in."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _

from kith.care.queries.ask_preview import AskPreview
from kith.consent.wording import is_reviewed
from kith.core.languages import language_name
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Reading:
    """The words in one language. `code` is its tag; `name` is in the language of the screen."""

    code: str
    name: str
    words: str
    direction: str
    is_reviewed: bool


def readings_of(viewer: Viewer, page: AskPreview) -> list[Reading]:
    """The words to read aloud: the person's languages first, then that of the screen, then the others."""
    ours = settings.KITH_WHOLE_LANGUAGES
    wanted = [_base(tag) for tag in (*page.person_languages, get_language() or settings.LANGUAGE_CODE)]
    order = dict.fromkeys([*(code for code in wanted if code in ours), *ours])
    return [_reading(viewer, page, code) for code in order]


def reading_in(readings: list[Reading], language: str) -> Reading | None:
    """The words in this language; None where Kith has none."""
    return next((one for one in readings if one.code == _base(language)), None)


def reading_to_interpret(readings: list[Reading]) -> Reading:
    """The words that an interpreter says in another language: those in the language of the screen."""
    return reading_in(readings, get_language() or settings.LANGUAGE_CODE) or readings[0]


def digest_of_readings(readings: list[Reading]) -> str:
    """One digest of all that is shown, to notice when it has changed since it was read."""
    return hashlib.sha256("\n".join(one.words for one in readings).encode()).hexdigest()


def _reading(viewer: Viewer, page: AskPreview, code: str) -> Reading:
    with override(code):
        words = _words(page)
    return Reading(
        code=code,
        name=language_name(code, shown_in=get_language() or "en"),
        words=words,
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        is_reviewed=code in settings.KITH_REVIEWED_LANGUAGES
        or is_reviewed(viewer, words=words, language=code),
    )


def _words(page: AskPreview) -> str:
    """The consent as it is read aloud; these exact words are kept with the yes."""
    return _(
        "We ask %(organization)s if they have room. We do not say who you are. If they say yes and you pick "
        "them, %(contact)s gets your name and how to reach you. You can stop this at any time."
    ) % {"organization": page.organization_name, "contact": page.contact_name or page.organization_name}


def _base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]
