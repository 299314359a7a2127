"""What a person or their worker typed, checked and put in order."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.core.languages import normal_tag
from kith.people.errors import UnknownLanguage
from kith.people.terms import LONGEST_ALIAS, LONGEST_AREA, LONGEST_NAME, LONGEST_NOTE, MOST_LANGUAGES


@dataclass(frozen=True, slots=True)
class Wording:
    """The parts of a record that are typed."""

    alias: str
    languages: tuple[str, ...]
    rough_area: str
    times: str
    access_needs: str

    @property
    def language_mark(self) -> str:
        """The languages in one order, so that people who speak the same can be counted."""
        return language_mark(self.languages)


def checked(said: Wording) -> Wording:
    """The same without stray spaces. Raises BadInput, or UnknownLanguage, and names the field."""
    return Wording(
        alias=_alias(said.alias),
        languages=normal_languages(said.languages),
        rough_area=_text(said.rough_area, LONGEST_AREA, "rough_area"),
        times=_text(said.times, LONGEST_NOTE, "times"),
        access_needs=_text(said.access_needs, LONGEST_NOTE, "access_needs"),
    )


def checked_name(name: str) -> str:
    """A name without stray spaces; empty takes the name away. Raises BadInput if it is too long."""
    return _text(name, LONGEST_NAME, "name")


def normal_languages(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The tags as they are stored, in the order given, each once. Raises UnknownLanguage or BadInput."""
    try:
        found = tuple(dict.fromkeys(normal_tag(tag) for tag in tags))
    except ValueError as wrong:
        raise UnknownLanguage(field="languages") from wrong
    if len(found) > MOST_LANGUAGES:
        raise BadInput(_("Please name ten languages at most."), field="languages")
    return found


def language_mark(tags: tuple[str, ...]) -> str:
    """One text for one set of languages."""
    return ",".join(sorted(tags))


def _alias(alias: str) -> str:
    found = _text(alias, LONGEST_ALIAS, "alias")
    if not found:
        raise BadInput(
            _("Please give a name to call this person by. It need not be the real one."), field="alias"
        )
    return found


def _text(text: str, longest: int, field: str) -> str:
    found = text.strip()
    if len(found) > longest or "\x00" in found:
        raise BadInput(_("This is too long. Please say it in fewer words."), field=field)
    return found
