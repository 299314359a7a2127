"""The shapes of forms about an agreement as it lives: rest, leave, renew, look at it again."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.partnerships.life_terms import SUSPEND_WORDS, SuspendReason
from kith.partnerships.queries.agreement_life import PartyToCome
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input

LONGEST_WORDS = 2000
NO_NAMES = _("In plain words. No names of people we help, please.")


def few_lines() -> forms.Textarea:
    """A box for a few sentences."""
    return forms.Textarea({"rows": 3})


class SuspendForm(KithForm):
    """Why it rests: a reason of the list, and words."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=[(reason.value, words) for reason, words in SUSPEND_WORDS.items()]
    )
    words = forms.CharField(
        label=_("In your words"), help_text=NO_NAMES, max_length=LONGEST_WORDS, widget=few_lines()
    )

    def chosen(self) -> SuspendReason:
        """The reason of the list."""
        return SuspendReason(self.cleaned_data["reason"])


class ResumeForm(KithForm):
    """A word to the others."""

    words = forms.CharField(
        label=_("A word to the others"),
        help_text=NO_NAMES,
        max_length=LONGEST_WORDS,
        required=False,
        widget=few_lines(),
    )


class LeaveForm(ResumeForm):
    """The last day, and a word to the others."""

    last_on = forms.DateField(label=_("Our last day"), widget=date_input())
    field_order = ("last_on", "words")


class RenewForm(KithForm):
    """New dates, and our signature under the same words."""

    ends_on = forms.DateField(label=_("New last day"), required=False, widget=date_input())
    review_on = forms.DateField(label=_("Talk about it again on"), required=False, widget=date_input())
    name = forms.CharField(label=_("Your name"), max_length=120)
    role_title = forms.CharField(label=_("Your role"), max_length=120)


class ReviewForm(KithForm):
    """What came of looking at it together."""

    held_on = forms.DateField(label=_("We talked on"), widget=date_input())
    came = forms.MultipleChoiceField(label=_("Who was there"), widget=forms.CheckboxSelectMultiple)
    works = forms.CharField(
        label=_("What works"), help_text=NO_NAMES, max_length=LONGEST_WORDS, widget=few_lines()
    )
    to_change = forms.CharField(
        label=_("What should change"), max_length=LONGEST_WORDS, required=False, widget=few_lines()
    )
    next_on = forms.DateField(
        label=_("We talk again on"),
        help_text=_("Leave it empty if the agreement says how often."),
        required=False,
        widget=date_input(),
    )

    def __init__(
        self,
        sent: "MultiValueDict[str, str] | None",
        *,
        parties: Sequence[PartyToCome],
        initial: dict[str, object],
    ) -> None:
        super().__init__(sent, initial=initial)
        came = self.fields["came"]
        if isinstance(came, forms.MultipleChoiceField):
            came.choices = [(str(party.organization_id), party.name) for party in parties]

    def who_came(self) -> list[UUID]:
        """The organisations that were there."""
        return [UUID(value) for value in self.cleaned_data["came"]]
