"""Facts about a service: what its keepers tick."""

from collections.abc import Sequence
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
from kith.directory.views_of import FactGroup
from kith.web.forms import KithForm, sent
from kith.web.pages import setting_page, signed_in
from kith.web.request import KithRequest


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
