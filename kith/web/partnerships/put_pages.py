"""Putting an agreement to a table later on."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kith.core.errors import StatusConflict
from kith.partnerships.actions import put_to_partnership as putting
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.queries.partnerships_list import PartnershipLine, partnerships_list
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, staff_only
from kith.web.partnerships.on_the_table import OVER
from kith.web.partnerships.roles import MAKERS, SHOW_OR_SEND
from kith.web.partnerships.wording_pages import address_of_agreement
from kith.web.request import KithRequest


class TableForm(KithForm):
    """Which of our tables."""

    partnership = forms.ChoiceField(label=gettext_lazy("For which partnership?"), widget=forms.RadioSelect)

    def choose_among(self, lines: list[PartnershipLine]) -> None:
        """The tables at which we sit."""
        self.fields["partnership"].choices = [  # type: ignore[attr-defined]
            (str(line.id), line.name) for line in lines
        ]


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def put_to_partnership(request: KithRequest, agreement_id: UUID) -> HttpResponseBase:
    """Choose the table that this agreement belongs to."""
    page = agreement_page(request.viewer, agreement_id=agreement_id)
    if not may_be_put(page) and request.method != "POST":
        raise StatusConflict
    lines = partnerships_list(request.viewer)
    form = TableForm(sent(request))
    form.choose_among(lines)

    def work() -> UUID:
        return putting.put_to_partnership(
            request.viewer,
            agreement_id=agreement_id,
            partnership_id=UUID(form.cleaned_data["partnership"]),
        )

    def then(outcome: UUID) -> str:
        messages.success(request, _("The agreement now stands on the page of that partnership."))
        return address_of_agreement(outcome)

    template, context = "partnerships/put_to_partnership.html", {"page": page, "tables": lines}
    return form_page(request, template, form=form, context=context, work=work, then=then)


def may_be_put(page: AgreementPage) -> bool:
    """True for an agreement that goes on and belongs to no table."""
    return page.partnership_id is None and page.standing not in OVER
