"""The shape of the words around the clauses: title, purpose, own words, dates, and who takes part as what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kith.partnerships.queries.draft_page import DraftPage
from kith.partnerships.queries.possible_parties import PossibleParty
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import LONGEST_TITLE, Party
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input, page_languages
from kith.web.partnerships.wording_forms import ROLE_CHOICES


@dataclass(frozen=True, slots=True)
class PartyFields:
    """One organisation that may take part, with its two fields."""

    name: str
    is_own: bool
    role: BoundField
    must_sign: BoundField


class WordsForm(KithForm):
    """All but the clauses. `possible` are the organisations to choose from, ours first."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    purpose = forms.CharField(
        label=_("What it is for"),
        help_text=_("In plain words. No names of people we help, please."),
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
    )
    free_text = forms.CharField(
        label=_("In your own words, besides the clauses"),
        help_text=_("It stands in the text for people to read. Kith does nothing with it."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea({"rows": 6}),
    )
    language = forms.ChoiceField(label=_("Language of the text that is signed"), choices=page_languages)
    starts_on = forms.DateField(label=_("First day"), widget=date_input())
    review_on = forms.DateField(label=_("Talk about it again on"), required=False, widget=date_input())
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=date_input())
    seen_digest = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, sent: "MultiValueDict[str, str] | None", *, draft: DraftPage, possible: Sequence[PossibleParty]
    ) -> None:
        super().__init__(sent, initial=_initial(draft))
        self.possible = possible
        for party in possible:
            key, nothing = party.organization_id.hex, [("", _("Takes no part"))]
            self.fields[f"role_{key}"] = forms.ChoiceField(
                label=_("What %(name)s does") % {"name": party.name},
                choices=ROLE_CHOICES if party.is_own else [*nothing, *ROLE_CHOICES],
                required=party.is_own,
            )
            self.fields[f"signs_{key}"] = forms.BooleanField(
                label=_("%(name)s must sign") % {"name": party.name}, required=False
            )

    def plain_fields(self) -> list[BoundField]:
        """What is not about one party."""
        return [field for field in self if not field.name.startswith(("role_", "signs_"))]

    def party_rows(self) -> list[PartyFields]:
        """The organisations to choose from."""
        keys = [(party, party.organization_id.hex) for party in self.possible]
        return [PartyFields(p.name, p.is_own, self[f"role_{key}"], self[f"signs_{key}"]) for p, key in keys]

    def parties(self) -> tuple[Party, ...]:
        """Who takes part, in the order of the page."""
        found = self.cleaned_data
        chosen = [(p.organization_id, found[f"role_{p.organization_id.hex}"]) for p in self.possible]
        return tuple(Party(key, PartyRole(role), found[f"signs_{key.hex}"]) for key, role in chosen if role)


def _initial(draft: DraftPage) -> dict[str, object]:
    wording = draft.wording
    kept: dict[str, object] = {
        "title": wording.title,
        "purpose": wording.purpose,
        "free_text": wording.free_text,
        "language": wording.language,
        "starts_on": wording.starts_on,
        "review_on": wording.review_on,
        "ends_on": wording.ends_on,
        "seen_digest": draft.words_digest,
    }
    named = {party.organization_id: party for party in wording.parties}
    kept |= {f"role_{key.hex}": party.role.value for key, party in named.items()}
    return kept | {f"signs_{key.hex}": party.must_sign for key, party in named.items()}
