"""Invite a person to their own page: by e-mail, or with a link to print.

A link that is shown never leads to a sign-in with an e-mail address: whoever holds it has not proved that
they read mail there, and what it says could tell them whether somebody signs in with that address.
"""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from kith.accounts.invitation_token import MadeInvitation
from kith.accounts.sign_in_names import new_sign_in_name, shown_sign_in
from kith.core.errors import KithError
from kith.core.ids import Ref
from kith.core.viewer import Role
from kith.people.actions import open_portal as opening
from kith.people.queries.person_page import PersonPage
from kith.people.queries.person_page import person_page as person_page_of
from kith.people.terms import LinkGiven
from kith.post.actions.queue_message_to_person import queue_message_to_person
from kith.post.safe_contact import ways_to_write
from kith.post.terms import MessageKind
from kith.web.accounts.step_up import step_up
from kith.web.forms import run_once, sent
from kith.web.pages import SHOWN_IN_THE_FORM, say_in_form, show, staff_only
from kith.web.people.forms import OpenPortalForm
from kith.web.request import KithRequest
from kith.web.shown_links import mark_shown


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
@step_up
def open_portal(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Make the person's link. It is sent as their rule allows, or shown once on this screen."""
    person = person_page_of(request.viewer, person_id=person_id)
    form = OpenPortalForm(sent(request), initial={"how": "show"})
    form.offer(may_send=_may_write(person))
    context = {"person": person, "form": form}
    if request.method != "POST":
        return show(request, "people/open_portal.html", context)
    if not form.is_valid():
        return show(request, "people/open_portal.html", context, status=422)
    name = new_sign_in_name()
    try:
        made = _open(request, person, form, name)
    except KithError as error:
        if error.status not in SHOWN_IN_THE_FORM:
            raise
        say_in_form(form, error)
        return show(request, "people/open_portal.html", context, status=error.status)
    if made is not None and form.cleaned_data["how"] == "show":
        link = {"person": person, "address": _address(made), "sign_in_name": shown_sign_in(name)}
        return mark_shown(request, show(request, "people/portal_link.html", link), made.token)
    messages.success(request, _("The link was made. Without it in hand, make a new one."))
    return HttpResponseRedirect(reverse("person_page", args=[person_id]))


def _open(
    request: KithRequest, person: PersonPage, form: OpenPortalForm, sign_in_name: str
) -> MadeInvitation | None:
    """The new invitation; None where the same form was sent before."""
    made: list[MadeInvitation] = []

    def work() -> UUID:
        rule = person.safe_contact
        mailbox = rule.email if rule is not None and form.cleaned_data["how"] == "send" else None
        invitation = opening.open_portal(
            request.viewer,
            person_id=person.id,
            email=mailbox or sign_in_name,
            given=LinkGiven.SENT if mailbox else LinkGiven.SHOWN,
        )
        if mailbox:
            _send(request, person, invitation, mailbox)
        made.append(invitation)
        return invitation.id

    run_once(request, form, work)
    return made[0] if made else None


def _send(request: KithRequest, person: PersonPage, invitation: MadeInvitation, mailbox: str) -> None:
    language = _language(person)
    with override(language):
        body = render_to_string("people/portal_mail.txt", {"address": _address(invitation)}).strip()
    queue_message_to_person(
        request.viewer,
        person_id=person.id,
        address=mailbox,
        about=Ref("person", person.id),
        subject=_("A link to their own page"),
        body=body,
        language=language,
        dedupe_key=f"portal:{invitation.id}",
        owner_user_id=person.owner_user_id,
    )


def _may_write(person: PersonPage) -> bool:
    rule = person.safe_contact
    return rule is not None and bool(rule.days) and MessageKind.MAIL in ways_to_write(rule)


def _language(person: PersonPage) -> str:
    """The first of the person's languages that Kith itself speaks."""
    ours = settings.KITH_WHOLE_LANGUAGES
    spoken = (tag.split("-", maxsplit=1)[0] for tag in person.languages)
    return next((tag for tag in spoken if tag in ours), settings.LANGUAGE_CODE)


def _address(made: MadeInvitation) -> str:
    return settings.KITH_SITE_URL + reverse("accept_invitation", kwargs={"token": made.token})
