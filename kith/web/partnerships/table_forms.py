"""The shapes of forms at a partnership's table: what it is about, who sits there, what matters to each."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.partnerships.queries.possible_parties import PossibleParty
from kith.partnerships.table_check import LONGEST_ISSUE, LONGEST_NAME, LONGEST_WORDS
from kith.partnerships.table_terms import LEVEL_WORDS, EcologicalLevel
from kith.partnerships.terms import ROLE_WORDS, PartyRole
from kith.web.forms import KithForm

LEVEL_CHOICES = [(level.value, words) for level, words in LEVEL_WORDS.items()]
ROLE_CHOICES = [(role.value, words) for role, words in ROLE_WORDS.items()]
NO_NAMES = _("No names of people we help, please.")


class AboutForm(KithForm):
    """What a partnership is about."""

    issue = forms.CharField(
        label=_("What should change?"),
        help_text=_("In one sentence, as people here say it. No names of people we help, please."),
        max_length=LONGEST_ISSUE,
    )
    name = forms.CharField(
        label=_("What we call this partnership"), max_length=LONGEST_NAME, help_text=_("Short and plain.")
    )
    purpose = forms.CharField(
        label=_("What we want to do about it together"),
        help_text=NO_NAMES,
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    levels = forms.MultipleChoiceField(
        label=_("Where we work"),
        help_text=_("Help for one person lasts longer when something around them changes, too."),
        choices=LEVEL_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )

    def levels_said(self) -> list[EcologicalLevel]:
        """The levels that were ticked."""
        return [EcologicalLevel(value) for value in self.cleaned_data["levels"]]


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One partner that may sit down, with its field."""

    name: str
    role: BoundField


class BeginForm(AboutForm):
    """The same, and who sits at the table from the start."""

    def __init__(self, sent: "MultiValueDict[str, str] | None", *, possible: Sequence[PossibleParty]) -> None:
        super().__init__(sent)
        self.guests = [party for party in possible if not party.is_own]
        for party in self.guests:
            self.fields[_role(party.organization_id)] = forms.ChoiceField(
                label=_("What %(name)s does") % {"name": party.name},
                choices=[("", _("Does not sit here yet")), *ROLE_CHOICES],
                required=False,
            )

    def plain_fields(self) -> list[BoundField]:
        """What is not about one partner."""
        return [field for field in self if not field.name.startswith("role_")]

    def guest_rows(self) -> list[GuestRow]:
        """The partners to choose from."""
        return [GuestRow(party.name, self[_role(party.organization_id)]) for party in self.guests]

    def seats(self) -> list[tuple[UUID, PartyRole]]:
        """Who was chosen, and for what."""
        chosen = [(p.organization_id, self.cleaned_data[_role(p.organization_id)]) for p in self.guests]
        return [(organization_id, PartyRole(role)) for organization_id, role in chosen if role]


class SeatForm(KithForm):
    """Who sits at the table, and what it does there. `possible` are (id, name)."""

    organization = forms.ChoiceField(label=_("Organisation"))
    roles = forms.MultipleChoiceField(
        label=_("What it does here"),
        help_text=_("Tick all that fit. Partners do different things, and all of them count."),
        choices=ROLE_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        sent: "MultiValueDict[str, str] | None",
        *,
        possible: Sequence[tuple[UUID, str]],
        initial: dict[str, object],
    ) -> None:
        super().__init__(sent, initial=initial)
        self.fields["organization"] = forms.ChoiceField(
            label=_("Organisation"), choices=[(str(key), name) for key, name in possible]
        )

    def organization_id(self) -> UUID:
        """Who was chosen."""
        return UUID(self.cleaned_data["organization"])

    def roles_said(self) -> list[PartyRole]:
        """What it does there."""
        return [PartyRole(value) for value in self.cleaned_data["roles"]]


class PrioritiesForm(KithForm):
    """What matters most to one's own organisation."""

    priorities = forms.CharField(
        label=_("What matters most to us"),
        help_text=_("In your own words. All who sit here read it. No names of people we help, please."),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 5}),
    )


class ReasonForm(KithForm):
    """Why a seat is taken away."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("They read it. No names of people we help, please."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )


def _role(organization_id: UUID) -> str:
    return f"role_{organization_id.hex}"
