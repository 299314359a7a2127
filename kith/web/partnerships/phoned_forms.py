"""What a party said on the phone about words on the table: who, when, and which answer."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.partnerships.proposal_letters import AnswerSaid
from kith.partnerships.speaking import LONGEST_NAME
from kith.partnerships.wording import LONGEST_COMMENT
from kith.web.forms import KithForm

LATELY = timedelta(days=90)
A_LITTLE_LATER = timedelta(minutes=5)


class PhonedAnswerForm(KithForm):
    """The call. A yes is no answer here: it needs a signature."""

    told_by = forms.CharField(label=_("Who told you?"), max_length=LONGEST_NAME)
    told_at = forms.DateTimeField(
        label=_("When?"),
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    answer = forms.ChoiceField(
        label=_("What did they say?"),
        choices=[
            (AnswerSaid.OTHER_WORDS.value, _("They want other words")),
            (AnswerSaid.NOT_FOR_US.value, _("It is not for them")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In their words"),
        help_text=_("All parties read this. No names of people we help, please."),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    seen_digest = forms.CharField(widget=forms.HiddenInput)

    def clean_told_at(self) -> datetime:
        """A moment that is over, and not long ago. Raises ValidationError."""
        told_at: datetime = self.cleaned_data["told_at"]
        if not clock.now() - LATELY <= told_at <= clock.now() + A_LITTLE_LATER:
            raise ValidationError(gettext("Give the day and time of the call, in the last 90 days."))
        return told_at

    def clean(self) -> dict[str, object]:
        """Other words are words."""
        given = self.cleaned_data
        if given.get("answer") == AnswerSaid.OTHER_WORDS.value and not given.get("words", "").strip():
            self.add_error("words", gettext("Please write what they would like."))
        return given
