"""A code for the page with the name, to read out on the agreed phone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kith.care.actions.give_name_code import give_name_code
from kith.care.queries.name_code import name_code as name_code_of
from kith.core.viewer import Role
from kith.post.actions.make_spoken_code import SpokenCode
from kith.web.forms import KithForm, run_once, sent
from kith.web.pages import show, staff_only
from kith.web.request import KithRequest

HALF = 3


@never_cache
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def name_code(request: KithRequest, referral_id: UUID) -> HttpResponseBase:
    """Whom to phone; then the code, shown once, on this screen only."""
    page = name_code_of(request.viewer, referral_id=referral_id)
    form = KithForm(sent(request))
    if request.method != "POST" or not form.is_valid():
        return show(request, "care/name_code.html", {"page": page, "form": form})
    made: list[SpokenCode] = []

    def work() -> UUID:
        made.append(give_name_code(request.viewer, referral_id=referral_id))
        return referral_id

    run_once(request, form, work)
    if not made:
        messages.success(request, _("The code was made. Without it in hand, make a new one."))
        return HttpResponseRedirect(reverse("referral_page", args=[referral_id]))
    code = f"{made[0].code[:HALF]} {made[0].code[HALF:]}"
    return show(request, "care/name_code.html", {"page": page, "code": code, "until": made[0].until})
