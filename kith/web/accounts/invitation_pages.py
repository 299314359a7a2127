"""Inviting a colleague, and taking an invitation up."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kith.accounts.actions import invite_member as inviting
from kith.accounts.actions.accept_invitation import accept_invitation as accept_signed_in
from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.queries import team as members
from kith.accounts.queries.invitation_page import InvitationPage, invitation_page
from kith.accounts.sign_in_names import has_mailbox, shown_sign_in
from kith.accounts.terms import ROLE_WORDS
from kith.core.errors import Denied
from kith.core.ids import Ref
from kith.core.viewer import Role
from kith.directory.queries.organization_names import organization_names
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind
from kith.web.accounts.forms import InviteForm, NewcomerForm
from kith.web.accounts.step_up import step_up
from kith.web.accounts.team_pages import address_of_team
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, leads_on, show, staff_only
from kith.web.request import KithRequest
from kith.web.shown_links import was_shown_here

SHOW_OR_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(SHOW_OR_SEND)
@staff_only(Role.ADMIN)
@step_up
def invite_member(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Offer a colleague a role, or a partner its first admin; the link goes to the mailbox alone."""
    page = members.team(request.viewer, organization_id=organization_id)
    if not page.may_invite:
        raise Denied
    form = InviteForm(sent(request))
    form.offer(page.may_invite)
    names = organization_names(request.viewer, organization_ids=[organization_id])

    def work() -> UUID:
        return _invite(request, organization_id, form, names.get(organization_id, ""))

    def then(_invitation_id: UUID) -> str:
        messages.success(request, _("The invitation is on its way."))
        return address_of_team(organization_id)

    return form_page(
        request,
        "accounts/invite_member.html",
        form=form,
        context={
            "page": page,
            "organization_name": names.get(organization_id, ""),
            "organization_id": organization_id,
        },
        work=work,
        then=then,
    )


def _invite(request: KithRequest, organization_id: UUID, form: InviteForm, organization_name: str) -> UUID:
    made = inviting.invite_member(
        request.viewer,
        organization_id=organization_id,
        email=form.cleaned_data["email"],
        role=form.chosen_role(),
    )
    path = reverse("accept_invitation", kwargs={"token": made.token})
    words = {
        "organization_name": organization_name,
        "role": ROLE_WORDS[form.chosen_role()],
        "address": f"{settings.KITH_SITE_URL}{path}",
    }
    queue_message(
        request.viewer,
        about=Ref("invitation", made.id),
        person_id=None,
        organization_id=organization_id,
        sender_organization_id=request.viewer.organization_id,
        kind=MessageKind.MAIL,
        address=form.cleaned_data["email"],
        subject=_("An invitation for you"),
        body=render_to_string("accounts/invitation_mail.txt", words).strip(),
        language=get_language() or settings.LANGUAGE_CODE,
        dedupe_key=f"invitation:{made.id}",
        owner_user_id=request.viewer.user_id,
    )
    return made.id


@sensitive_post_parameters("password")
@require_http_methods(SHOW_OR_SEND)
@leads_on(lambda _user_id: reverse("account_login"))
def accept_invitation(request: KithRequest, token: str) -> HttpResponseBase:
    """What the invitation offers, and how this reader takes it up. GET has no effect."""
    page = invitation_page(request.viewer, token=token)
    if was_shown_here(request, token) or not (page.is_for_viewer or has_mailbox(page.email)):
        return show(request, "accounts/invitation_shown_here.html", {}, status=403)
    if not page.is_for_viewer:
        return _show(request, "accounts/invitation_for_someone_else.html", page, status=403)
    if request.viewer.user_id is not None:
        return _accept_signed_in(request, token, page)
    if page.has_sign_in:
        return _show(request, "accounts/invitation_sign_in_first.html", page, status=200)
    return _accept_as_newcomer(request, token, page)


def _accept_signed_in(request: KithRequest, token: str, page: InvitationPage) -> HttpResponseBase:
    def work() -> UUID:
        return accept_signed_in(request.viewer, token=token)

    def then(_user_id: UUID) -> str:
        messages.success(request, _("Welcome. You can act for this organisation now."))
        return reverse("choose_organization")

    return form_page(
        request,
        "accounts/accept_invitation.html",
        form=KithForm(sent(request)),
        context=_context(request, page),
        work=work,
        then=then,
    )


def _accept_as_newcomer(request: KithRequest, token: str, page: InvitationPage) -> HttpResponseBase:
    form = NewcomerForm(sent(request))

    def work() -> UUID:
        return accept_invitation_as_newcomer(
            request.viewer,
            token=token,
            display_name=form.cleaned_data["display_name"],
            password=form.cleaned_data["password"],
        )

    def then(_user_id: UUID) -> str:
        messages.success(request, _("Your sign-in is ready. Please sign in now."))
        return reverse("account_login")

    return form_page(
        request,
        "accounts/accept_invitation.html",
        form=form,
        context=_context(request, page),
        work=work,
        then=then,
    )


def _show(request: KithRequest, template: str, page: InvitationPage, *, status: int) -> HttpResponseBase:
    return show(request, template, {**_context(request, page), "here": request.path}, status=status)


def _context(request: KithRequest, page: InvitationPage) -> dict[str, object]:
    names = organization_names(request.viewer, organization_ids=[page.organization_id])
    return {
        "page": page,
        "organization_name": names.get(page.organization_id, ""),
        "role": ROLE_WORDS[page.role] if page.role else "",
        "sign_in": shown_sign_in(page.email),
        "has_mailbox": has_mailbox(page.email),
    }
