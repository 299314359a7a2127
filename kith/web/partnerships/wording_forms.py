"""The shape of an agreement's form: its words, its parties, its two clauses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.consent.terms import Kind
from kith.partnerships.clause_terms import SCOPE_WORDS
from kith.partnerships.queries.possible_parties import PossibleParty
from kith.partnerships.terms import ROLE_WORDS, PartyRole
from kith.partnerships.wording import (
    LONGEST_PROMISE_DAYS,
    LONGEST_TITLE,
    Party,
    Promise,
    Wording,
    plain_clauses,
)
from kith.partnerships.wording_parts import SHORT_FORM_KINDS, is_in_short_form
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input

ROLE_CHOICES = [(role.value, words) for role, words in ROLE_WORDS.items()]
SCOPE_CHOICES = [(kind.value, SCOPE_WORDS[kind]) for kind in Kind if kind in SHORT_FORM_KINDS]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One organisation that may take part, with its two fields."""

    name: str
    is_own: bool
    role: BoundField
    days: BoundField


class WordingForm(KithForm):
    """All that the parties sign. `possible` are the organisations to choose from, ours first."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    purpose = forms.CharField(
        label=_("What it is for"),
        help_text=_("In plain words. No names of people we help, please."),
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
    )
    scope = forms.MultipleChoiceField(
        label=_("What may be told"),
        help_text=_("Nothing else passes between the parties, and nothing without the person's yes."),
        choices=SCOPE_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = forms.DateField(label=_("First day"), widget=date_input())
    review_on = forms.DateField(label=_("Talk about it again on"), required=False, widget=date_input())
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=date_input())

    def __init__(
        self,
        sent: "MultiValueDict[str, str] | None",
        files: "MultiValueDict[str, UploadedFile] | None" = None,
        *,
        possible: Sequence[PossibleParty],
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(sent, files, initial=initial)
        self.possible = possible
        for party in possible:
            self._add_party(party)

    def _add_party(self, party: PossibleParty) -> None:
        words = {"name": party.name}
        nothing = [] if party.is_own else [("", _("Takes no part"))]
        self.fields[_role(party.organization_id)] = forms.ChoiceField(
            label=_("What %(name)s does") % words,
            choices=[*nothing, *ROLE_CHOICES],
            required=party.is_own,
            initial=PartyRole.LEAD.value if party.is_own else "",
        )
        self.fields[_days(party.organization_id)] = forms.IntegerField(
            label=_("%(name)s answers within so many of its own days") % words,
            required=False,
            min_value=1,
            max_value=LONGEST_PROMISE_DAYS,
        )

    def plain_fields(self) -> list[BoundField]:
        """What is not about one party."""
        return [field for field in self if not field.name.startswith(("role_", "days_"))]

    def party_rows(self) -> list[PartyRow]:
        """The organisations to choose from."""
        return [
            PartyRow(p.name, p.is_own, self[_role(p.organization_id)], self[_days(p.organization_id)])
            for p in self.possible
        ]

    def parties(self) -> tuple[Party, ...]:
        """Who takes part, in the order of the page."""
        chosen = [(p.organization_id, self.cleaned_data[_role(p.organization_id)]) for p in self.possible]
        return tuple(Party(organization_id, PartyRole(role)) for organization_id, role in chosen if role)

    def wording(self) -> Wording:
        """What was written. A promise of somebody who takes no part stays in, so that the action says so."""
        days = [(p.organization_id, self.cleaned_data[_days(p.organization_id)]) for p in self.possible]
        return Wording(
            title=self.cleaned_data["title"],
            purpose=self.cleaned_data["purpose"],
            parties=self.parties(),
            clauses=plain_clauses(
                [Promise(organization_id, count) for organization_id, count in days if count],
                frozenset(Kind(value) for value in self.cleaned_data["scope"]),
            ),
            starts_on=self.cleaned_data["starts_on"],
            review_on=self.cleaned_data["review_on"],
            ends_on=self.cleaned_data["ends_on"],
        )


class ShortForm(WordingForm):
    """A draft in short, with what its writer saw of the whole."""

    seen_digest = forms.CharField(widget=forms.HiddenInput, required=False)


class SignForm(KithForm):
    """Name, role, and a yes to exactly these words."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    role_title = forms.CharField(label=_("Your role"), max_length=120)
    agreed = forms.BooleanField(label=_("We agree to these words."))
    seen_digest = forms.CharField(widget=forms.HiddenInput)


def initial_of(wording: Wording) -> dict[str, object]:
    """What a draft says now, as far as this form shows it."""
    kept: dict[str, object] = {
        "title": wording.title,
        "purpose": wording.purpose,
        "scope": [kind.value for kind in wording.scope],
        "starts_on": wording.starts_on,
        "review_on": wording.review_on,
        "ends_on": wording.ends_on,
    }
    kept |= {_role(party.organization_id): party.role.value for party in wording.parties}
    shown = [clause for clause in wording.clauses if is_in_short_form(clause)]
    for promise in replace(wording, clauses=tuple(shown)).promises:
        kept[_days(promise.organization_id)] = promise.days
    return kept


def roles_of(roles: Mapping[UUID, Sequence[PartyRole]]) -> dict[str, object]:
    """What each of these does, as the form names it; of several things the first."""
    return {_role(organization_id): several[0].value for organization_id, several in roles.items() if several}


def _role(organization_id: UUID) -> str:
    return f"role_{organization_id.hex}"


def _days(organization_id: UUID) -> str:
    return f"days_{organization_id.hex}"
