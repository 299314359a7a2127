"""What somebody at a partner writes on the page of a proposal: a signature, or what should be otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.other_words import OtherWords
from kith.partnerships.queries.offered_agreement import OfferedAgreement, OfferedClause
from kith.partnerships.speaking import LONGEST_WORDS
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input


class SignByLinkForm(KithForm):
    """Name, role, and a yes to exactly these words."""

    name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    role_title = forms.CharField(label=_("What you do there"), max_length=120)
    agreed = forms.BooleanField(label=_("We agree to these words, and I may sign for us."))
    seen_digest = forms.CharField(widget=forms.HiddenInput)


class NotForUsForm(KithForm):
    """A no needs no reason."""

    words = forms.CharField(
        label=_("Would you like to say why?"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


@dataclass(frozen=True, slots=True)
class ClauseFields:
    """One clause with its fields: another number where it has a simple one, and words."""

    title: str | Promise
    lines: tuple[str, ...]
    number: BoundField | None
    said: BoundField


class OtherWordsForm(KithForm):
    """What should be otherwise, clause by clause; what is left as it is stays as it is."""

    starts_on = forms.DateField(label=_("First day"), widget=date_input())
    review_on = forms.DateField(label=_("Talk about it again on"), required=False, widget=date_input())
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=date_input())
    said_whole = forms.CharField(
        label=_("Anything else?"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    seen_digest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, sent: QueryDict | None, *, offered: OfferedAgreement) -> None:
        page = offered.page
        dates = {"starts_on": page.starts_on, "review_on": page.review_on, "ends_on": page.ends_on}
        super().__init__(sent, initial={**dates, "seen_digest": page.digest}, auto_id="other_%s")
        self.clauses = (*offered.ours, *offered.others, *offered.all_parties)
        for clause in self.clauses:
            self._add(clause)

    def _add(self, clause: OfferedClause) -> None:
        if clause.number is not None:
            self.fields[_number(clause.key)] = forms.IntegerField(
                label=_("Another number"),
                required=False,
                initial=clause.number,
                min_value=1,
                max_value=clause.most,
            )
        self.fields[_said(clause.key)] = forms.CharField(
            label=_("What should it say?"),
            max_length=LONGEST_WORDS,
            required=False,
            widget=forms.Textarea({"rows": 2}),
        )

    def rows(self) -> Iterator[ClauseFields]:
        """Each clause with its fields."""
        for clause in self.clauses:
            number = self[_number(clause.key)] if clause.number is not None else None
            yield ClauseFields(CLAUSE_WORDS[clause.kind], clause.lines, number, self[_said(clause.key)])

    def date_fields(self) -> list[BoundField]:
        """First day, review and last day."""
        return [self["starts_on"], self["review_on"], self["ends_on"]]

    def wish(self) -> OtherWords:
        """What was written; an emptied number is no wish."""
        given = self.cleaned_data
        numbers = {clause.key: given.get(_number(clause.key)) for clause in self.clauses}
        said: dict[UUID | None, str] = {clause.key: given[_said(clause.key)] for clause in self.clauses}
        return OtherWords(
            said={**said, None: given["said_whole"]},
            numbers={key: number for key, number in numbers.items() if number is not None},
            starts_on=given["starts_on"],
            review_on=given["review_on"],
            ends_on=given["ends_on"],
        )


def _number(key: UUID) -> str:
    return f"number_{key.hex}"


def _said(key: UUID) -> str:
    return f"said_{key.hex}"
