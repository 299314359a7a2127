"""The shapes of forms about a partner: its people, its pauses, how much it can carry."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kith.core.languages import language_choices
from kith.web.forms import KithForm


def date_input() -> forms.DateInput:
    """A day, picked or typed, written as browsers want it."""
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def page_languages() -> list[tuple[str, str]]:
    """Languages by name, in the language of the page."""
    return language_choices(shown_in=get_language() or "en")


class ContactForm(KithForm):
    """One named person at a partner."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "off"}))
    role_title = forms.CharField(label=_("What they do there"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False, widget=forms.TextInput({"type": "tel"})
    )
    email = forms.EmailField(
        label=_("Their own mail address"),
        help_text=_("Not an office address that others read."),
        required=False,
    )
    best_time = forms.CharField(label=_("Best time to call"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Language we write in"), choices=page_languages, initial="en")


class ConfirmForm(KithForm):
    """Somebody asked there."""

    asked_there = forms.BooleanField(
        label=_("I asked there, on a number or face to face that I knew before. They named this person.")
    )


class PauseForm(KithForm):
    """Until when no new requests come."""

    until = forms.DateField(label=_("Last day of the pause"), widget=date_input())


class LimitForm(KithForm):
    """How many open requests at once."""

    limit = forms.IntegerField(
        label=_("At most so many open requests"),
        help_text=_("Leave it empty for no limit."),
        min_value=1,
        max_value=500,
        required=False,
    )


class CodeWordForm(KithForm):
    """Another code word."""

    code_word = forms.CharField(
        label=_("New code word"), max_length=40, widget=forms.TextInput({"autocomplete": "off"})
    )
