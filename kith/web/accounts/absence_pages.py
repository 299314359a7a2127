"""Who is away, who covers, and back again."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.accounts.actions import end_absence as back_again
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.queries.absences_page import AbsencesPage, absences_page
from kith.accounts.queries.colleagues import ColleagueLine
from kith.core.viewer import Role
from kith.web.accounts.forms import AbsenceForm
from kith.web.forms import sent
from kith.web.pages import act, form_page, staff_only
from kith.web.request import KithRequest

WHO = (Role.NAVIGATOR, Role.CLINICIAN, Role.ADMIN)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*WHO)
def absences(request: KithRequest) -> HttpResponseBase:
    """Who is away now and later; write down when one is away, and who covers."""
    page = absences_page(request.viewer)
    form = AbsenceForm(sent(request), initial={"first_on": page.today})
    form.offer(
        who=[(str(one.user_id), one.name) for one in page.may_be_away],
        cover=[(str(one.user_id), one.name) for one in _who_may_cover(page)],
    )

    def work() -> UUID:
        return set_absence(
            request.viewer,
            user_id=UUID(form.cleaned_data["user_id"]),
            cover_id=UUID(form.cleaned_data["cover_id"]),
            first_on=form.cleaned_data["first_on"],
            last_on=form.cleaned_data["last_on"],
        )

    def then(_absence_id: UUID) -> str:
        messages.success(request, _("It is written down. Their list goes to who covers, and comes back."))
        return reverse("absences")

    context = {"page": page, "can_be_covered": bool(page.may_be_away) and len(page.may_cover) > 1}
    return form_page(request, "accounts/absences.html", form=form, context=context, work=work, then=then)


@require_POST
@staff_only(*WHO)
def end_absence(request: KithRequest, absence_id: UUID) -> HttpResponseBase:
    """Back sooner, or not going at all."""

    def work() -> UUID:
        return back_again.end_absence(request.viewer, absence_id=absence_id)

    return act(request, work=work, then=lambda _absence_id: reverse("absences"))


def _who_may_cover(page: AbsencesPage) -> list[ColleagueLine]:
    """Everybody who helps people; without oneself where only oneself can be away."""
    if len(page.may_be_away) > 1:
        return page.may_cover
    return [one for one in page.may_cover if one not in page.may_be_away]
