"""Forms of the people area: the shape of the input only."""

from collections.abc import Iterable
from datetime import time

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kith.core.languages import language_choices, language_name
from kith.people.queries.person_page import PersonPage
from kith.people.terms import (
    FREE_TEXT_WARNING,
    LONGEST_ALIAS,
    LONGEST_AREA,
    LONGEST_NAME,
    LONGEST_NOTE,
)
from kith.post.safe_contact import SafeContact
from kith.web.forms import KithForm

LANGUAGE_FIELDS = ("language", "second_language", "third_language")
WAYS = ("call", "voicemail", "text", "mail")


class PersonForm(KithForm):
    """What a worker may need; only a name to call them by must be there."""

    alias = forms.CharField(
        label=_("Name to be called by"),
        help_text=_("Any name. It need not be the real one."),
        max_length=LONGEST_ALIAS,
    )
    language = forms.ChoiceField(label=_("Best language"), required=False)
    second_language = forms.ChoiceField(label=_("Another language"), required=False)
    third_language = forms.ChoiceField(label=_("One more language"), required=False)
    interpreter_needed = forms.BooleanField(label=_("An interpreter is needed"), required=False)
    rough_area = forms.CharField(
        label=_("Rough area"),
        help_text=_("A part of town. No street, no number."),
        max_length=LONGEST_AREA,
        required=False,
    )
    times = forms.CharField(
        label=_("Times that suit"), help_text=FREE_TEXT_WARNING, max_length=LONGEST_NOTE, required=False
    )
    access_needs = forms.CharField(
        label=_("What makes it easier to come"),
        help_text=FREE_TEXT_WARNING,
        max_length=LONGEST_NOTE,
        required=False,
    )

    def offer_languages(self, spoken: Iterable[str]) -> None:
        """Offer the languages by name, and those that the person speaks already."""
        shown_in = get_language() or "en"
        offered = language_choices(shown_in=shown_in)
        known = {tag for tag, _name in offered}
        more = [(tag, language_name(tag, shown_in=shown_in)) for tag in spoken if tag not in known]
        for name in LANGUAGE_FIELDS:
            label = self.fields[name].label
            choices = [("", _("Not told")), *more, *offered]
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)

    def chosen_languages(self) -> list[str]:
        """The chosen languages, the best liked in front."""
        return [self.cleaned_data[name] for name in LANGUAGE_FIELDS if self.cleaned_data[name]]


class NameForm(KithForm):
    """The name that is told after a yes."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("As it should be told. A first name is enough. Empty takes it away."),
        max_length=LONGEST_NAME,
        required=False,
    )


class HowToReachForm(KithForm):
    """How and when a person may be reached."""

    ways = forms.MultipleChoiceField(
        label=_("What is safe?"),
        help_text=_("What is not ticked, nobody does."),
        choices=[
            ("call", _("Call")),
            ("voicemail", _("Leave a message on the voicemail")),
            ("text", _("Send a text")),
            ("mail", _("Send an e-mail")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    phone = forms.CharField(
        label=_("Phone number"), max_length=32, required=False, widget=forms.TextInput({"type": "tel"})
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    days = forms.TypedMultipleChoiceField(
        label=_("On which days?"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    opens = forms.TimeField(label=_("From"), initial=time(9), widget=forms.TimeInput({"type": "time"}))
    closes = forms.TimeField(label=_("Until"), initial=time(17), widget=forms.TimeInput({"type": "time"}))
    say = forms.CharField(
        label=_("What may we say it is about?"),
        help_text=format_lazy(
            "{} {}",
            _("Somebody else may answer or read it. For example: the walking group."),
            FREE_TEXT_WARNING,
        ),
        max_length=200,
        required=False,
    )

    def rule(self, timezone: str) -> SafeContact:
        """What was ticked, as the person's rule."""
        clean, ways = self.cleaned_data, self.cleaned_data["ways"]
        hours = (clean["opens"].strftime("%H:%M"), clean["closes"].strftime("%H:%M"))
        return SafeContact(
            may_call="call" in ways,
            may_voicemail="voicemail" in ways,
            may_text="text" in ways,
            may_mail="mail" in ways,
            phone=clean["phone"].strip(),
            email=clean["email"],
            days=dict.fromkeys(clean["days"], hours),
            timezone=timezone,
            say=clean["say"].strip(),
        )


class OpenPortalForm(KithForm):
    """How the person gets their link, and with it what they sign in with."""

    how = forms.ChoiceField(label=_("How do they get the link?"), widget=forms.RadioSelect)

    def offer(self, *, may_send: bool) -> None:
        """Offer to send the link only where the person may be written to."""
        shown = _("Show it here, to print or to write down. They sign in with a name that Kith makes up.")
        ways = [("show", shown)]
        if may_send:
            sent = _("Send it by e-mail, in the hours that the person gave. They sign in with that address.")
            ways.append(("send", sent))
        self.fields["how"] = forms.ChoiceField(
            label=self.fields["how"].label, choices=ways, widget=forms.RadioSelect, initial="show"
        )


class HandOverForm(KithForm):
    """The colleague who looks after the person from now on."""

    to_user = forms.ChoiceField(label=_("Who looks after them now?"))

    def offer(self, colleagues: list[tuple[str, str]]) -> None:
        """Offer these colleagues: id and name."""
        self.fields["to_user"] = forms.ChoiceField(label=self.fields["to_user"].label, choices=colleagues)


def entries_of(person: PersonPage) -> dict[str, object]:
    """The record as the form shows it first."""
    languages = dict(zip(LANGUAGE_FIELDS, person.languages, strict=False))
    return {
        "alias": person.alias,
        "interpreter_needed": person.interpreter_needed,
        "rough_area": person.rough_area,
        "times": person.times,
        "access_needs": person.access_needs,
        **languages,
    }


def entries_of_rule(rule: SafeContact | None) -> dict[str, object]:
    """The rule as the form shows it first; hours that differ by day show those of the first day."""
    if rule is None:
        return {}
    is_on = (rule.may_call, rule.may_voicemail, rule.may_text, rule.may_mail)
    hours = next((rule.days[day] for day in sorted(rule.days)), ("09:00", "17:00"))
    return {
        "ways": [way for way, on in zip(WAYS, is_on, strict=True) if on],
        "phone": rule.phone,
        "email": rule.email,
        "days": sorted(rule.days),
        "opens": hours[0],
        "closes": hours[1],
        "say": rule.say,
    }
