"""A listing in other languages: the page on which keepers write it, and the words a reader sees."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kith.core.errors import NotFound
from kith.core.languages import language_choices, language_name, normal_tag
from kith.directory.actions.translate_listing import translate_listing
from kith.directory.queries.listing_in_language import ListingInLanguage, listing_in_language
from kith.directory.queries.listing_to_translate import (
    FieldToTranslate,
    ListingToTranslate,
    listing_to_translate,
)
from kith.directory.queries.service_page import ServicePage
from kith.directory.text_origins import TextOrigin
from kith.directory.translating import longest
from kith.web.directory.listing_words import LABELS
from kith.web.forms import KithForm, sent
from kith.web.pages import setting_page, show, signed_in
from kith.web.request import KithRequest

ORIGIN_WORDS: dict[TextOrigin, Promise] = {
    TextOrigin.PERSON: _("A person who speaks it well"),
    TextOrigin.MACHINE_CHECKED: _("A computer, and a person has checked it"),
    TextOrigin.MACHINE: _("A computer. Nobody has checked it"),
}
NOTES: dict[TextOrigin, Promise] = {
    TextOrigin.PERSON: _("A person put this page into your language."),
    TextOrigin.MACHINE_CHECKED: _("A computer put this page into your language. A person checked it."),
    TextOrigin.MACHINE: _(
        "A computer put this page into your language. It may be wrong. Call before you go."
    ),
}


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """What a reader is told of the words that are not the original's. `original`: fields as written first."""

    words: Promise
    made_on: date | None
    is_stale: bool
    original: tuple[tuple[Promise, str], ...]


class LanguageForm(KithForm):
    """Into which language."""

    language = forms.ChoiceField(label=_("Into which language?"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Into which language?"), choices=language_choices(shown_in=get_language() or "en")
        )


class TranslationForm(KithForm):
    """Each field that says something, the original above it."""

    def __init__(self, *args: object, page: ListingToTranslate, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.names = [one.name for one in page.fields]
        for one in page.fields:
            self.fields[one.name] = _field(one, page.language)
        self.fields["origin"] = forms.ChoiceField(
            label=_("Who put it into this language?"),
            choices=[(one.value, words) for one, words in ORIGIN_WORDS.items()],
            initial=page.origin or TextOrigin.PERSON,
            widget=forms.RadioSelect,
        )

    @property
    def words(self) -> dict[str, str]:
        """What was written, by field."""
        return {name: str(self.cleaned_data[name]) for name in self.names}

    @property
    def origin(self) -> TextOrigin:
        """Who wrote it."""
        return TextOrigin(self.cleaned_data["origin"])


@require_http_methods(["GET", "HEAD"])
@signed_in
def choose_language(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """The language first."""
    page = listing_to_translate(request.viewer, service_id=service_id, language=settings.LANGUAGE_CODE)
    form = LanguageForm(request.GET if "language" in request.GET else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(
            reverse("translate_service", args=[service_id, form.cleaned_data["language"]])
        )
    status = 422 if form.is_bound else 200
    return show(request, "directory/choose_language.html", {"page": page, "form": form}, status=status)


@signed_in
def translate_service(request: KithRequest, service_id: UUID, language: str) -> HttpResponseBase:
    """The listing beside its words in another language."""
    tag = _tag(language)
    page = listing_to_translate(request.viewer, service_id=service_id, language=tag)
    form = TranslationForm(sent(request), page=page)
    return setting_page(
        request,
        "directory/translate_service.html",
        form=form,
        context={"page": page, "language_name": language_name(tag, shown_in=get_language() or "en")},
        work=lambda: translate_listing(
            request.viewer, service_id=service_id, language=tag, words=form.words, origin=form.origin
        ),
        then=lambda _outcome: reverse("service_page", args=[service_id]),
    )


def in_readers_language(
    request: KithRequest, page: ServicePage
) -> tuple[ServicePage, TranslationNote | None]:
    """The page with the words of the reader's language where there are some, and what to say of them."""
    said = listing_in_language(
        request.viewer, service_id=page.line.id, language=get_language() or settings.LANGUAGE_CODE
    )
    if said.origin is None:
        return page, None
    return _said(page, said.words), _note(page, said, NOTES[said.origin])


def _said(page: ServicePage, words: dict[str, str]) -> ServicePage:
    steps = words.get("what_to_expect", "\n".join(page.what_to_expect)).splitlines()
    return replace(
        page,
        line=replace(
            page.line,
            name=words.get("name", page.line.name),
            cost=words.get("fees_description", page.line.cost),
        ),
        description=words.get("description", page.description),
        alert=words.get("alert", page.alert),
        what_to_expect=tuple(step.strip() for step in steps if step.strip()),
        eligibility=words.get("eligibility_description", page.eligibility),
        how_to_apply=words.get("application_process", page.how_to_apply),
        papers=words.get("papers", page.papers),
    )


def _note(page: ServicePage, said: ListingInLanguage, words: Promise) -> TranslationNote:
    original = {
        "name": page.line.name,
        "description": page.description,
        "alert": page.alert,
        "what_to_expect": "\n".join(page.what_to_expect),
        "eligibility_description": page.eligibility,
        "application_process": page.how_to_apply,
        "papers": page.papers,
        "fees_description": page.line.cost,
    }
    return TranslationNote(
        words=words,
        made_on=said.made_on,
        is_stale=said.is_stale,
        original=tuple((LABELS[name], original[name]) for name in said.words if original[name]),
    )


def _field(one: FieldToTranslate, language: str) -> forms.CharField:
    stale = _("The original has changed since this was written.") if one.is_stale else ""
    rows = 1 if one.name == "name" else 5
    return forms.CharField(
        label=str(LABELS[one.name]),
        help_text="\n".join(filter(None, (one.original, str(stale)))),
        initial=one.words,
        required=False,
        max_length=longest(one.name),
        widget=forms.Textarea(attrs={"rows": rows, "lang": language, "dir": "auto", "cols": 40}),
    )


def _tag(language: str) -> str:
    try:
        return normal_tag(language)
    except ValueError:
        raise NotFound from None
