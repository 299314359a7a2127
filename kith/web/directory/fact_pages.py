"""Facts about a service: what its keepers tick, and what people can ask for when they search."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language

from kith.core.errors import NotFound
from kith.directory.actions.tag_service import tag_service as write_facts
from kith.directory.queries.known_facts import known_facts
from kith.directory.queries.service_facts import service_facts
from kith.directory.queries.service_page import service_page
from kith.directory.views_of import Fact, FactGroup
from kith.web.forms import KithForm, sent
from kith.web.pages import setting_page, signed_in
from kith.web.request import KithRequest

ASKED_FOR = (
    "papers-none",
    "cost-free",
    "safety-place",
    "safety-anonymous",
    "setting-phone",
    "setting-home",
    "modality-group",
    "modality-peer",
    "culture-women",
    "culture-lgbt",
    "culture-interpreter",
    "culture-steps",
    "faith-secular",
)
"""What people can ask for when they search: what decides most often whether they can go at all."""


class FactsForm(KithForm):
    """One list of check boxes for each group of facts."""

    def __init__(self, *args: object, groups: Sequence[FactGroup], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for group in groups:
            self.fields[group.code] = forms.MultipleChoiceField(
                label=group.name,
                choices=[(fact.code, fact.name) for fact in group.facts],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def chosen(self) -> list[str]:
        """The codes that were ticked, in the order of the page."""
        return [code for name in self.fields if name != "key" for code in self.cleaned_data[name]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A fact to ask for, and whether it was asked for."""

    fact: Fact
    is_chosen: bool


@signed_in
def tag_service(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """How they help: one page of check boxes."""
    page = service_page(request.viewer, service_id=service_id)
    if not page.may_keep:
        raise NotFound
    language = get_language() or "en"
    said = service_facts(request.viewer, service_id=service_id, language=language)
    form = FactsForm(
        sent(request),
        groups=known_facts(request.viewer, language=language),
        initial={group.code: [fact.code for fact in group.facts] for group in said},
    )
    return setting_page(
        request,
        "directory/tag_service.html",
        form=form,
        context={"page": page, "line": page.line},
        work=lambda: write_facts(request.viewer, service_id=service_id, codes=form.chosen),
        then=lambda _outcome: reverse("service_page", args=[service_id]),
    )


def choices(request: KithRequest, chosen: Collection[str]) -> list[Choice]:
    """What people can ask for when they search, in the reader's language; empty where no facts are loaded."""
    groups = known_facts(request.viewer, language=get_language() or "en")
    found = {fact.code: fact for group in groups for fact in group.facts}
    return [Choice(found[code], code in chosen) for code in ASKED_FOR if code in found]
