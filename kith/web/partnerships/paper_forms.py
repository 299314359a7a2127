"""The shape of forms about papers signed by hand: few fields, and what it promises if one likes."""

from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.core.files import LONGEST_BYTES
from kith.core.ids import uuid7
from kith.partnerships.clause_terms import PERIOD_WORDS, Period
from kith.partnerships.clauses.meeting import MOST_MONTHS, MOST_WEEKS, MeetingCadence, ReviewCycle
from kith.partnerships.clauses.places import MOST_PLACES, CapacityPledge
from kith.partnerships.clauses.stated import StatedClause
from kith.web.forms import KithForm
from kith.web.partnerships.partner_forms import date_input
from kith.web.partnerships.wording_forms import WordingForm

FIRST = ("paper", "signed_on", "title", "starts_on", "review_on", "ends_on")
MORE = ("purpose", "scope", "places", "places_per", "places_by", "meet_weeks", "review_months")
MEETING_MINUTES = 60
PAPER_HELP = _("A PDF, or a photo as PNG or JPEG, up to 20 MB.")


def paper_field(label: object) -> forms.FileField:
    """A scan or a photo."""
    kinds = forms.FileInput({"accept": ".pdf,.png,.jpg,.jpeg"})
    return forms.FileField(label=str(label), help_text=PAPER_HELP, widget=kinds)


def check_paper_size(upload: UploadedFile) -> UploadedFile:
    """The file, not read yet. Raises ValidationError for one over 20 MB."""
    if (upload.size or 0) > LONGEST_BYTES:
        raise ValidationError(gettext("This file is over 20 MB. Please take a smaller picture or scan."))
    return upload


def _number(label: object, *, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=str(label), required=False, min_value=1, max_value=most)


class AdoptForm(WordingForm):
    """The paper, its dates and who signed it; up to five things that it says, if one likes."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["paper"] = paper_field(_("The signed paper"))
        self.fields["signed_on"] = forms.DateField(label=_("Signed on"), widget=date_input())
        self.fields["places"] = _number(_("Places kept free"), most=MOST_PLACES)
        self.fields["places_per"] = forms.ChoiceField(
            label=_("How often"), required=False, choices=[(one.value, PERIOD_WORDS[one]) for one in Period]
        )
        self.fields["places_by"] = forms.ChoiceField(
            label=_("Who keeps them"),
            required=False,
            choices=[("", "–"), *((str(one.organization_id), one.name) for one in self.possible)],
        )
        self.fields["meet_weeks"] = _number(_("We meet every so many weeks"), most=MOST_WEEKS)
        self.fields["review_months"] = _number(
            _("We look at it again every so many months"), most=MOST_MONTHS
        )
        for name in ("purpose", "scope", "starts_on"):
            self.fields[name].required = False
        self.fields["starts_on"].help_text = _("Empty: the day on which it was signed.")

    def clean_paper(self) -> UploadedFile:
        """The file. Raises ValidationError for one over 20 MB."""
        return check_paper_size(self.cleaned_data["paper"])

    def clean_purpose(self) -> str:
        """What it is for; the paper says it, too."""
        purpose: str = self.cleaned_data["purpose"]
        return purpose.strip() or gettext("As the paper says.")

    def clean(self) -> dict[str, object]:
        """It holds from the day it was signed, unless it says another; places are kept by somebody."""
        given = self.cleaned_data
        given["starts_on"] = given.get("starts_on") or given.get("signed_on")
        if given.get("places") and not given.get("places_by"):
            self.add_error("places_by", gettext("Please say who keeps the places."))
        return given

    def first_fields(self) -> list[BoundField]:
        """What has to be said."""
        return [self[name] for name in FIRST]

    def more_fields(self) -> list[BoundField]:
        """What may be said."""
        return [self[name] for name in MORE]

    def has_mistakes_in_more(self) -> bool:
        """True if something that may be said needs mending."""
        return any(name in self.errors for name in MORE)

    def more(self) -> list[StatedClause]:
        """The clauses beyond promises and scope."""
        given, found = self.cleaned_data, list[StatedClause]()
        if given["places"]:
            pledge = CapacityPledge(places=given["places"], per=Period(given["places_per"] or Period.MONTH))
            owner = UUID(given["places_by"])
            found.append(StatedClause(key=uuid7(), organization_id=owner, body=pledge))
        if given["meet_weeks"]:
            meeting = MeetingCadence(every_weeks=given["meet_weeks"], minutes=MEETING_MINUTES)
            found.append(StatedClause(key=uuid7(), body=meeting))
        if given["review_months"]:
            review = ReviewCycle(every_months=given["review_months"])
            found.append(StatedClause(key=uuid7(), body=review))
        return found


class SignedPaperForm(KithForm):
    """One party's signature by hand, as the paper shows it."""

    name = forms.CharField(label=_("Who signed"), max_length=120)
    role_title = forms.CharField(label=_("What they do there"), max_length=120)
    seen_digest = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.fields["paper"] = paper_field(_("The signed paper"))
        self.fields["signed_on"] = forms.DateField(label=_("Signed on"), widget=date_input())

    def clean_paper(self) -> UploadedFile:
        """The file. Raises ValidationError for one over 20 MB."""
        return check_paper_size(self.cleaned_data["paper"])

    def day(self) -> date:
        """The day that stands beside the signature."""
        signed_on: date = self.cleaned_data["signed_on"]
        return signed_on


class PaperAnswerForm(KithForm):
    """Is this the paper? Words are needed where something is wrong."""

    words = forms.CharField(
        label=_("What is wrong?"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )
