"""The shapes of forms about shared goals."""

from collections.abc import Sequence

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.partnerships.goal_words import STATE_WORDS
from kith.partnerships.table_terms import LEVEL_WORDS, EcologicalLevel, GoalState
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input


class GoalForm(KithForm):
    """What partners want to reach, how they will know, and by when."""

    words = forms.CharField(
        label=_("What we want to reach"),
        help_text=_("Such as: nobody waits over 10 days for a first talk. No names of people, please."),
        max_length=300,
    )
    how_known = forms.CharField(
        label=_("How we will know"),
        help_text=_("What we would see, count or hear from people."),
        max_length=300,
    )
    level = forms.ChoiceField(label=_("Where something changes"), choices=list(LEVEL_WORDS.items()))
    due_on = forms.DateField(label=_("By"), required=False, widget=date_input())

    def level_said(self) -> EcologicalLevel:
        """Where something changes."""
        return EcologicalLevel(self.cleaned_data["level"])


class GoalStateForm(KithForm):
    """Where a goal stands now."""

    state = forms.ChoiceField(label=_("Where it stands"), widget=forms.RadioSelect)

    def __init__(self, sent: "MultiValueDict[str, str] | None", *, possible: Sequence[GoalState]) -> None:
        super().__init__(sent)
        self.fields["state"] = forms.ChoiceField(
            label=_("Where it stands"),
            choices=[(state.value, STATE_WORDS[state]) for state in possible],
            widget=forms.RadioSelect,
        )

    def state_said(self) -> GoalState:
        """The state that was chosen."""
        return GoalState(self.cleaned_data["state"])
