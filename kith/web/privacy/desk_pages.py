"""The privacy officer's pages: laws, looks, exports, and the events of one record."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kith.care.queries.trail import trail
from kith.consent.actions.adopt_law_pack import adopt_law_pack as adopt
from kith.consent.queries.law_packs import law_packs
from kith.consent.terms import LegalStatus
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.queries.events_of_kinds import events_of_kinds
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role
from kith.people.queries.person_known import person_known
from kith.web.accounts.step_up import step_up
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, show, staff_only
from kith.web.privacy.event_rows import EXPORT_KINDS, ROLE_KINDS, EventRow, rows_of
from kith.web.request import KithRequest

SHOWN = 400
IN_A_TABLE = 25
USUAL_YEAR = timedelta(days=365)
LOOK_KINDS = ("_seen", "_read", "_looked")


class AdoptForm(KithForm):
    """Until when a law pack is adopted, and what this site's organisations are to the law."""

    legal_status = forms.ChoiceField(
        label=_("What the law calls the organisation that keeps the records"),
        choices=[(status.value, status.value.replace("_", " ")) for status in LegalStatus],
    )
    expires_on = forms.DateField(label=_("Adopted until"), widget=forms.DateInput({"type": "date"}))


@staff_only(Role.PRIVACY_OFFICER)
def privacy_desk(request: KithRequest) -> HttpResponseBase:
    """Laws with their last day first; then who looked, who may come in, what was printed."""
    rows = rows_of(request.viewer, trail(request.viewer, about=None, person_id=None, limit=SHOWN))
    roles = events_of_kinds(request.viewer, kinds=ROLE_KINDS, limit=IN_A_TABLE)
    exports = events_of_kinds(request.viewer, kinds=EXPORT_KINDS, limit=IN_A_TABLE)
    context = {
        "packs": law_packs(request.viewer),
        "looks": [row for row in rows if row.kind.endswith(LOOK_KINDS)][:IN_A_TABLE],
        "roles": rows_of(request.viewer, roles),
        "exports": rows_of(request.viewer, exports),
        "others": [row for row in rows if _is_other(row)][:IN_A_TABLE],
        "most": IN_A_TABLE,
        "today": clock.now(),
    }
    return show(request, "privacy/privacy_desk.html", context)


def _is_other(row: EventRow) -> bool:
    """True for what stands in none of the lists before."""
    return row.kind not in ROLE_KINDS | EXPORT_KINDS and not row.kind.endswith(LOOK_KINDS)


@staff_only(Role.PRIVACY_OFFICER)
def record_events(request: KithRequest, kind: str, record_id: UUID) -> HttpResponseBase:
    """Everything that happened to one record, newest first; a person's only where the record is ours."""
    if kind == "person":
        person_known(request.viewer, person_id=record_id)
        events = trail(request.viewer, about=None, person_id=record_id, limit=SHOWN)
    else:
        events = trail(request.viewer, about=Ref(kind, record_id), person_id=None, limit=SHOWN)
    if not events:
        raise NotFound
    context = {"rows": rows_of(request.viewer, events), "record": Ref(kind, record_id)}
    return show(request, "privacy/record_events.html", context)


@staff_only(Role.PRIVACY_OFFICER)
@step_up
def adopt_law_pack(request: KithRequest, pack: str) -> HttpResponseBase:
    """Adopt a law pack by name and date."""
    line = next((line for line in law_packs(request.viewer) if line.id == pack), None)
    if line is None:
        raise NotFound
    form = AdoptForm(sent(request), initial={"expires_on": localdate(clock.now()) + USUAL_YEAR})
    pack_id = line.id
    return form_page(
        request,
        "privacy/adopt_law_pack.html",
        form=form,
        context={"pack": line},
        work=lambda: adopt(
            request.viewer,
            pack_id=pack_id,
            legal_status=LegalStatus(form.cleaned_data["legal_status"]),
            expires_on=form.cleaned_data["expires_on"],
            is_demo=site_profile(request.viewer).is_demo,
        ),
        then=lambda _outcome: reverse("privacy_desk"),
    )
