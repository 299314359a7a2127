"""Who knows what about a person: see it, stop it, pause it; who must not see anything."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from kith.consent.actions.lift_exclusion import lift_exclusion as lift
from kith.core.errors import BadInput
from kith.core.viewer import Role, Viewer
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.actions.pause_sharing import pause_sharing as pause
from kith.disclosure.actions.resume_sharing import resume_sharing as resume
from kith.disclosure.actions.stop_all_sharing import stop_all_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing as stop
from kith.people.queries.person_facts import person_facts
from kith.web.care.excluded_rows import chosen, excluded_rows, may_be_excluded
from kith.web.care.forms import ExcludeForm
from kith.web.care.told_rows import told_rows
from kith.web.forms import sent
from kith.web.pages import setting_page, show, signed_in, staff_only
from kith.web.request import KithRequest


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def person_sharing(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """What each partner was told, with stop and pause beside it, and who must not see anything."""
    context = {
        "person": person_facts(request.viewer, person_id=person_id),
        "told": told_rows(request.viewer, person_id=person_id),
        "excluded": excluded_rows(request.viewer, person_id=person_id),
    }
    return show(request, "care/person_sharing.html", context)


@signed_in
def stop_sharing(request: KithRequest, consent_id: UUID) -> HttpResponseBase:
    """Stop means stop: one tap, by the person or a worker."""
    return _one_tap(request, lambda: stop(request.viewer, consent_id=consent_id))


@signed_in
def pause_sharing(request: KithRequest, consent_id: UUID) -> HttpResponseBase:
    """Pause: hidden until it goes on again."""
    return _one_tap(request, lambda: pause(request.viewer, consent_id=consent_id))


@signed_in
def resume_sharing(request: KithRequest, consent_id: UUID) -> HttpResponseBase:
    """Go on after a pause."""
    return _one_tap(request, lambda: resume(request.viewer, consent_id=consent_id))


@signed_in
def stop_all(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Stop everything at once."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    stop_all_sharing(request.viewer, person_id=person_id)
    return HttpResponseRedirect(_back(request, person_id))


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def exclude(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Write down who must not see anything; they are never told."""
    person = person_facts(request.viewer, person_id=person_id)
    form = ExcludeForm(sent(request))
    form.offer(may_be_excluded(request.viewer))

    def work() -> UUID:
        who = chosen(form.cleaned_data["who"])
        return exclude_from_sharing(
            request.viewer,
            person_id=person_id,
            organization_id=who.organization_id,
            contact_id=who.contact_id,
            words="",
        )

    return setting_page(
        request,
        "care/exclude.html",
        form=form,
        context={"person": person},
        work=work,
        then=lambda _outcome: reverse("person_sharing", args=[person_id]),
    )


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def lift_exclusion(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """The person has changed their mind."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        exclusion_id = UUID(request.POST.get("exclusion_id", ""))
    except ValueError as error:
        raise BadInput from error
    lift(request.viewer, exclusion_id=exclusion_id)
    return HttpResponseRedirect(reverse("person_sharing", args=[person_id]))


def _one_tap(request: KithRequest, change: Callable[[], None]) -> HttpResponseBase:
    """One POST, one change, and back to where the person or the worker was.

    Done each time: a second press on the page of before, after "go on", has to stop or pause again.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    person_id = _person_of(request.viewer, request)
    change()
    return HttpResponseRedirect(_back(request, person_id))


def _person_of(viewer: Viewer, request: KithRequest) -> UUID:
    if viewer.person_id is not None:
        return viewer.person_id
    try:
        return UUID(request.POST.get("person_id", ""))
    except ValueError as error:
        raise BadInput from error


def _back(request: KithRequest, person_id: UUID) -> str:
    if request.viewer.person_id is not None:
        return reverse("my_page")
    return reverse("person_sharing", args=[person_id])
