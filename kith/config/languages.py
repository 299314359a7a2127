"""The languages that Kith itself speaks: how much of each, and whether a named person has read it."""

from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Spoken:
    """One language. `is_whole`: every page speaks it; else only the pages that anybody may open.

    `reviewed_by`: who has read the shipped words, and when; empty: nobody yet, and each page says so.
    """

    code: str
    name: str | Promise
    is_whole: bool
    reviewed_by: str = ""


SPOKEN = (
    Spoken("en", _("English"), is_whole=True, reviewed_by="written in English"),
    Spoken("ar", _("Arabic"), is_whole=True),
    Spoken("es", _("Spanish"), is_whole=False),
    Spoken("fr", _("French"), is_whole=False),
    Spoken("so", _("Somali"), is_whole=False),
    Spoken("uk", _("Ukrainian"), is_whole=False),
)
LANGUAGES = [(one.code, one.name) for one in SPOKEN]
KITH_WHOLE_LANGUAGES = [one.code for one in SPOKEN if one.is_whole]
KITH_REVIEWED_LANGUAGES = [one.code for one in SPOKEN if one.reviewed_by]

# Django ships no Somali of its own; the name of a language in itself is how it is offered.
LANG_INFO.setdefault("so", {"bidi": False, "code": "so", "name": "Somali", "name_local": "Soomaali"})
