"""Fields that clauses need: lines, days, several numbers, and organisations in an order."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

Choices = Sequence[tuple[str, str | Promise]]


class LinesField(forms.CharField):
    """Lines of words; as terms a list."""

    def __init__(
        self, *, label: "str | LazyText", help_text: "str | LazyText", required: bool = False
    ) -> None:
        widget = forms.Textarea({"rows": 3})
        super().__init__(label=label, help_text=help_text, required=required, widget=widget, max_length=4000)

    def prepare_value(self, value: object) -> object:
        """The lines again, one under the other."""
        return "\n".join(str(item) for item in value) if isinstance(value, list) else value

    def clean(self, value: object) -> list[object]:
        """The lines that are not empty."""
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]


class DaysField(LinesField):
    """Days, one a line, year first."""

    def clean(self, value: object) -> list[object]:
        """The days as ISO text. Raises ValidationError for a line that is no day."""
        try:
            return [date.fromisoformat(str(line)).isoformat() for line in super().clean(value)]
        except ValueError as error:
            raise ValidationError(_("Write one day a line, year first: 2026-12-25.")) from error


class NumbersField(LinesField):
    """Whole numbers, one a line."""

    def clean(self, value: object) -> list[object]:
        """The numbers. Raises ValidationError for a line that is none."""
        try:
            return [int(str(line)) for line in super().clean(value)]
        except ValueError as error:
            raise ValidationError(_("Write one whole number a line.")) from error


def number(
    label: "str | LazyText", *, most: int, least: int = 1, required: bool = True
) -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=required)


def one_of(
    label: "str | LazyText", choices: Choices, *, required: bool = True, help_text: "str | LazyText" = ""
) -> forms.ChoiceField:
    """One of a closed list."""
    return forms.ChoiceField(label=label, choices=choices, required=required, help_text=help_text)


def some_of(
    label: "str | LazyText", choices: Choices, *, required: bool = True, help_text: "str | LazyText" = ""
) -> forms.MultipleChoiceField:
    """Some of a closed list."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=required,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


def words(
    label: "str | LazyText", *, required: bool = False, help_text: "str | LazyText" = "", most: int = 500
) -> forms.CharField:
    """Some words."""
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=most)
