"""The shapes of forms about changing for a while what was agreed."""

from collections.abc import Callable, Mapping
from datetime import date

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.life_terms import VARY_WORDS
from kith.partnerships.terms import VariationReason
from kith.web.forms import KithForm
from kith.web.partnerships.life_forms import LONGEST_WORDS, NO_NAMES, few_lines
from kith.web.partnerships.partner_forms import date_input

MOST = 1_000_000
LABELS: Mapping[str, str | Promise] = {
    "days": _("Within so many of our working days"),
    "urgent_hours": _("When it is urgent: within so many open hours"),
    "weeks": _("Then every so many weeks"),
    "places": _("Places"),
    "amount": _("How much"),
    "hours": _("Hours"),
    "by_on": _("By"),
    "due_on": _("On"),
    "deliverable": _("What it is for"),
}


def _number(label: str, value: object) -> forms.Field:
    is_needed = value is not None
    return forms.IntegerField(label=label, min_value=1, max_value=MOST, initial=value, required=is_needed)


def _day(label: str, value: object) -> forms.Field:
    return forms.DateField(label=label, widget=date_input(), initial=value, required=value is not None)


def _words(label: str, value: object) -> forms.Field:
    return forms.CharField(label=label, max_length=500, initial=value, widget=few_lines())


DRAWN: Mapping[str, Callable[[str, object], forms.Field]] = {
    "by_on": _day,
    "due_on": _day,
    "deliverable": _words,
}


class VariationForm(KithForm):
    """What the clause says instead, from when to when, and why. `fields` are its parts as they are now."""

    first_on = forms.DateField(label=_("From"), widget=date_input())
    last_on = forms.DateField(label=_("Up to and including"), widget=date_input())
    reason = forms.ChoiceField(
        label=_("Why"), choices=[(reason.value, words) for reason, words in VARY_WORDS.items()]
    )
    words = forms.CharField(
        label=_("In your words"), help_text=NO_NAMES, max_length=LONGEST_WORDS, widget=few_lines()
    )

    def __init__(
        self,
        sent: "MultiValueDict[str, str] | None",
        *,
        parts: Mapping[str, object],
        initial: dict[str, object],
    ) -> None:
        super().__init__(sent, initial=initial)
        self.parts = parts
        own = {name: field for part, value in parts.items() for name, field in _drawn(part, value)}
        for field in own.values():
            field.error_messages["required"] = _("Please fill this in.")
        self.fields = {**own, **self.fields}

    def changes(self) -> dict[str, object]:
        """What is to be said instead, as terms keep it."""
        return {part: self._said(part, value) for part, value in self.parts.items()}

    def _said(self, part: str, value: object) -> object:
        if isinstance(value, list):
            return [_plain(self.cleaned_data[f"{part}_{at}"]) for at, _day_before in enumerate(value)]
        return _plain(self.cleaned_data[part])

    def chosen(self) -> VariationReason:
        """The reason of the list."""
        return VariationReason(self.cleaned_data["reason"])


class AnswerVariationForm(KithForm):
    """Yes or no, and a word; a no needs one."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("Yes, we agree")), ("no", _("No, please keep to what was agreed"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("A word to the others"),
        help_text=_("A no needs a reason."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=few_lines(),
    )


def _drawn(part: str, value: object) -> list[tuple[str, forms.Field]]:
    """The fields of one part; each day of several has its own."""
    draw, label = DRAWN.get(part, _number), str(LABELS[part])
    if isinstance(value, list):
        return [(f"{part}_{at}", draw(label, one)) for at, one in enumerate(value)]
    return [(part, draw(label, value))]


def _plain(value: object) -> object:
    """A day as ISO; the rest as it is, nothing for an empty field."""
    return str(value) if isinstance(value, date) else value or None
