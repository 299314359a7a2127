"""What somebody typed into a field, made clean or turned down with a sentence."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.directory.closed_days import closed_days_in, looks_closed
from kith.directory.errors import ListingChangedMeanwhile
from kith.directory.keeping.current import Texts, languages_text, mark_of_text, phones_text
from kith.directory.keeping.fields import LISTS, ListingField, Shape, field_named
from kith.directory.keeping.texts import LONGEST_PHONE, languages_in, lines_of, phones_in
from kith.directory.terms import ListingKind, ServiceStatus

OLDEST = 130
MOST_LINES = 60
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_is_link = URLValidator(schemes=["http", "https"])


def changed_texts(kind: ListingKind, before: Texts, typed: Mapping[str, str]) -> Texts:
    """The typed fields, made clean, that say something else than before. Raises BadInput."""
    after: Texts = {}
    for name, text in typed.items():
        field = field_named(kind, name)
        if field is None:
            raise BadInput(field=name)
        if mark_of_text(text.strip()) == mark_of_text(before[name].strip()):
            continue
        clean = clean_text(field, text)
        if clean != before[name]:
            after[name] = clean
    if {"minimum_age", "maximum_age"}.intersection(after):
        check_ages({**before, **after})
    return after


def checked_changes(
    kind: ListingKind, before: Texts, typed: Mapping[str, str], seen: Mapping[str, str]
) -> Texts:
    """The fields that become others. Raises BadInput, or ListingChangedMeanwhile naming those not as seen."""
    after = changed_texts(kind, before, typed)
    stale = tuple(name for name in after if seen.get(name) != mark_of_text(before[name]))
    if stale:
        raise ListingChangedMeanwhile(stale)
    return after


def clean_text(field: ListingField, typed: str) -> str:
    """The text as the field keeps it. Raises BadInput that names the field."""
    text = CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > field.longest:
        raise BadInput(
            _("Use at most %(longest)s characters here.") % {"longest": field.longest}, field=field.name
        )
    if not text and field.is_needed:
        raise BadInput(_("This cannot be empty."), field=field.name)
    return _in_shape(field, text) if text or field.shape is Shape.STATUS else ""


def check_ages(texts: Texts) -> None:
    """Raises BadInput if nobody can be between the two ages."""
    lowest, highest = texts.get("minimum_age", ""), texts.get("maximum_age", "")
    if lowest and highest and int(lowest) > int(highest):
        raise BadInput(_("The highest age is under the lowest."), field="maximum_age")


def _in_shape(field: ListingField, text: str) -> str:
    if field.shape is Shape.LINE:
        return " ".join(text.split())
    if field.shape is Shape.AGE:
        return _age(field, text)
    if field.shape is Shape.STATUS:
        return _status(field, text)
    if field.shape in {Shape.MAIL, Shape.LINK}:
        return _address(field, text)
    return _list(field, text)


def _list(field: ListingField, text: str) -> str:
    if field.shape in LISTS and len(lines_of(text)) > MOST_LINES:
        raise BadInput(_("Write at most %(most)s lines here.") % {"most": MOST_LINES}, field=field.name)
    if field.shape is Shape.PHONES:
        return _phones(field, text)
    if field.shape is Shape.LANGUAGES:
        return languages_text(languages_in(text))
    if field.shape is Shape.HOURS:
        return _hours(field, text)
    return text


def _hours(field: ListingField, text: str) -> str:
    lines = lines_of(text)
    if any(looks_closed(line) and closed_days_in(line) is None for line in lines):
        raise BadInput(_("Write a closed day as year, month and day: Closed 2026-12-25."), field=field.name)
    return "\n".join(one.line if (one := closed_days_in(line)) else line for line in lines)


def _phones(field: ListingField, text: str) -> str:
    phones = phones_in(text)
    if not all(one.is_dialable and len(one.number) < LONGEST_PHONE for one in phones):
        raise BadInput(
            _("Begin each line with a telephone number. Then a comma, and what it is for."), field=field.name
        )
    return phones_text(phones)


def _age(field: ListingField, text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(OLDEST)) and int(text) <= OLDEST):
        raise BadInput(_("Write an age in whole years, or leave it empty."), field=field.name)
    return str(int(text))


def _status(field: ListingField, text: str) -> str:
    if text not in set(ServiceStatus):
        raise BadInput(_("Choose one of the answers."), field=field.name)
    return text


def _address(field: ListingField, text: str) -> str:
    is_mail = field.shape is Shape.MAIL
    try:
        (validate_email if is_mail else _is_link)(text)
    except ValidationError as error:
        sentence = (
            _("Write one e-mail address, like name@example.org.")
            if is_mail
            else _("Write a whole web address, like https://example.org.")
        )
        raise BadInput(sentence, field=field.name) from error
    return text
