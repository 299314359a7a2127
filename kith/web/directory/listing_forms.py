"""The form with every field of a listing, and the marks of what each said when the page was opened."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kith.directory.keeping.current import mark_of_text
from kith.directory.keeping.fields import ListingField, Shape
from kith.directory.queries.kept_listing import KeptField, KeptListing
from kith.directory.terms import ChangedHow
from kith.web.directory.listing_words import HINTS, LABELS, STATUS_WORDS, read, shown
from kith.web.forms import KithForm

SEEN = "seen_"
TALL = frozenset({Shape.TEXT, Shape.PHONES, Shape.LANGUAGES, Shape.HOURS})


class ListingForm(KithForm):
    """One listing. `can_be_told` adds whether the words came by telephone."""

    def __init__(self, sent: QueryDict | None, *, page: KeptListing, can_be_told: bool) -> None:
        super().__init__(sent)
        self.kept = page.fields
        for one in page.fields:
            self.fields[one.field.name] = _field(one)
            self.fields[SEEN + one.field.name] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=one.mark
            )
        if can_be_told:
            self.fields["told"] = forms.BooleanField(label=_("They told us this by phone."), required=False)
        self.fields["only_ours"] = forms.BooleanField(
            label=_("What it said before must not be read by others: keep it out of the public history."),
            required=False,
        )

    @property
    def typed(self) -> dict[str, str]:
        """What the fields that somebody touched say now."""
        found = {}
        for one in self.kept:
            words = "\n".join(str(self.cleaned_data[one.field.name]).splitlines())
            text = one.text if words == shown(one.field.shape, one.text).strip() else None
            text = read(one.field.shape, words, one.text) if text is None else text
            if text != one.text and mark_of_text(text) != self.seen[one.field.name]:
                found[one.field.name] = text
        return found

    @property
    def seen(self) -> dict[str, str]:
        """The marks of what the page showed."""
        return {one.field.name: str(self.cleaned_data[SEEN + one.field.name]) for one in self.kept}

    @property
    def how(self) -> ChangedHow:
        """How the words came here."""
        return ChangedHow.TOLD_BY_PHONE if self.cleaned_data.get("told") else ChangedHow.EDIT


def _field(one: KeptField) -> forms.Field:
    field = one.field
    label, hint = str(LABELS[field.name]), str(HINTS.get(field.name, ""))
    if field.shape is Shape.STATUS:
        choices = [(status.value, words) for status, words in STATUS_WORDS.items()]
        return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, initial=one.text)
    return forms.CharField(
        label=label,
        help_text=hint,
        required=field.is_needed,
        widget=_widget(field),
        initial=shown(field.shape, one.text),
        strip=True,
    )


def _widget(field: ListingField) -> forms.Widget:
    plain = {"autocomplete": "off"}
    if field.shape in TALL:
        return forms.Textarea({**plain, "rows": 3})
    if field.shape is Shape.AGE:
        return forms.TextInput({**plain, "inputmode": "numeric"})
    return forms.EmailInput(plain) if field.shape is Shape.MAIL else forms.TextInput(plain)
