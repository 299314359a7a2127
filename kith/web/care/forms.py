"""Forms of the care area: the shape of the input only."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from kith.care.terms import (
    DOMAIN_WORDS,
    HAPPENED_WORDS,
    HELPED_WORDS,
    LEVEL_WORDS,
    NOT_NOW_WORDS,
    AnswerKind,
    Level,
)
from kith.core import languages
from kith.web.forms import KithForm


def language_choices() -> list[tuple[str, str]]:
    """Languages by name, in the language of the page."""
    return languages.language_choices(shown_in=get_language() or "en")


PAPERS_WARNING = _("Please do not write about papers, visas or how someone came here.")


def date_field(*, label: StrOrPromise, required: bool) -> forms.DateField:
    """One day, picked or typed. The label is put into words when it is read, in the reader's language."""
    return forms.DateField(label=label, required=required, widget=forms.DateInput({"type": "date"}))


class NeedFields(KithForm):
    """What the person needs, in their words, and how it is put to a partner."""

    words = forms.CharField(
        label=_("What would help, in their words"),
        help_text=PAPERS_WARNING,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    domain = forms.ChoiceField(
        label=_("What is it about?"), choices=[(d.value, w) for d, w in DOMAIN_WORDS.items()]
    )
    ask_words = forms.CharField(
        label=_("How we put it to a partner"),
        help_text=_("No name, no street, no health facts. Empty: only what it is about."),
        max_length=200,
        required=False,
    )


class NeedForm(NeedFields):
    """One more need."""

    level = forms.ChoiceField(
        label=_("Where does it lie?"),
        choices=[(level.value, words) for level, words in LEVEL_WORDS.items()],
        initial=Level.MICRO.value,
    )


class TakeInForm(NeedFields):
    """A new person: any name they like and one need is enough."""

    alias = forms.CharField(
        label=_("What may we call them?"), help_text=_("Any name they like."), max_length=80
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=language_choices,
        required=False,
        help_text=_("The one they speak best first."),
        widget=forms.SelectMultiple({"size": 6}),
    )
    rough_area = forms.CharField(label=_("Rough area"), max_length=80, required=False)
    times = forms.CharField(label=_("Which times suit them?"), max_length=120, required=False)
    access_needs = forms.CharField(label=_("What makes it easier to come?"), max_length=200, required=False)

    field_order = ("alias", "words", "domain", "ask_words", "languages", "rough_area", "times")


class PersonsAnswerForm(KithForm):
    """What the person said to the words that were read, and with whom."""

    said = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("later", _("Wants time"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Heard in"),
        help_text=_("The language in which the person heard it."),
        choices=language_choices,
    )
    interpreter = forms.CharField(
        label=_("Interpreter"),
        help_text=_("Name, if someone interpreted."),
        max_length=120,
        required=False,
    )
    until = date_field(label=_("Until when may we share?"), required=True)
    read = forms.CharField(widget=forms.HiddenInput, required=False)


class PhonedForm(KithForm):
    """Who told us by phone, and when."""

    told_by = forms.CharField(label=_("Who told you?"), max_length=120)
    told_at = forms.DateTimeField(
        label=_("When?"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )


class PhonedAnswerForm(PhonedForm):
    """A partner's answer by phone."""

    answer = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[
            (AnswerKind.YES.value, _("Yes, they can")),
            *((r.value, w) for r, w in NOT_NOW_WORDS.items()),
        ],
        widget=forms.RadioSelect,
    )
    closed_until = date_field(label=_("Closed until"), required=False)


class HappenedForm(PhonedForm):
    """What the service says happened, by phone."""

    happened = forms.ChoiceField(
        label=_("What happened?"),
        choices=[(h.value, w) for h, w in HAPPENED_WORDS.items()],
        widget=forms.RadioSelect,
    )
    happened_on = date_field(label=_("On which day?"), required=True)


class WordForm(KithForm):
    """The person's own word, told to a worker."""

    helped = forms.ChoiceField(
        label=_("What do they say of it?"),
        choices=[(h.value, w) for h, w in HELPED_WORDS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In their words"),
        help_text=PAPERS_WARNING,
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class HandOverForm(KithForm):
    """The colleague who takes it over."""

    user_id = forms.ChoiceField(label=_("Who takes it over?"))

    def offer(self, colleagues: list[tuple[str, str]]) -> None:
        """Offer these colleagues: id and name."""
        self.fields["user_id"] = forms.ChoiceField(label=_("Who takes it over?"), choices=colleagues)


class LaterForm(KithForm):
    """The new next date."""

    until = date_field(label=_("Next date"), required=True)


class ExcludeForm(KithForm):
    """An organisation, or one human there, that must not be told."""

    who = forms.ChoiceField(label=_("Who must not see anything?"))

    def offer(self, partners: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Offer for each partner all of it and each human there: value and words."""
        self.fields["who"] = forms.ChoiceField(label=_("Who must not see anything?"), choices=partners)
