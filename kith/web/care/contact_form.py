"""The form of a person who asks to be contacted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.web.care.forms import language_choices
from kith.web.forms import KithForm


class ContactMeForm(KithForm):
    """A person asks to be contacted."""

    alias = forms.CharField(
        label=_("What may we call you?"), help_text=_("Any name you like."), max_length=80
    )
    words = forms.CharField(
        label=_("What would help you?"),
        help_text=_("A few words are enough. Please do not write about papers, visas or how you came here."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    domain = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(d.value, DOMAIN_WORDS[d]) for d in NeedDomain],
    )
    language = forms.ChoiceField(label=_("Your language"), choices=language_choices)
    rough_area = forms.CharField(label=_("Your part of town"), max_length=80, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    ways = forms.MultipleChoiceField(
        label=_("How may we reach you?"),
        choices=[
            ("call", _("Call")),
            ("text", _("Text")),
            ("mail", _("E-mail")),
            ("voicemail", _("Voicemail")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    opens = forms.TimeField(
        label=_("From what time?"), initial="09:00", widget=forms.TimeInput({"type": "time"})
    )
    closes = forms.TimeField(
        label=_("Until what time?"), initial="17:00", widget=forms.TimeInput({"type": "time"})
    )
    say = forms.CharField(
        label=_("What may we say it is about?"),
        help_text=_("In case someone else answers."),
        max_length=120,
        required=False,
    )
