"""The members of an organisation: who they are, inviting, roles."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.accounts.actions import change_role as role_change
from kith.accounts.actions import end_membership as ending
from kith.accounts.actions import withdraw_invitation as withdrawal
from kith.accounts.queries import team as members
from kith.accounts.queries.membership_page import membership_page
from kith.accounts.queries.team import OutsideLine
from kith.accounts.terms import ROLE_WORDS
from kith.core.errors import NotFound
from kith.core.viewer import Role
from kith.directory.queries.organization_names import organization_names
from kith.web.accounts.absence_pages import WHO
from kith.web.accounts.forms import RoleForm
from kith.web.accounts.step_up import step_up
from kith.web.forms import KithForm, sent
from kith.web.pages import act, form_page, leads_on, show, staff_only
from kith.web.request import KithRequest

SHOW_OR_SEND = ["GET", "HEAD", "POST"]


def address_of_team(organization_id: UUID) -> str:
    """The page of this organisation's team."""
    return reverse("team", kwargs={"organization_id": organization_id})


@require_safe
@staff_only()
def team(request: KithRequest, organization_id: UUID | None = None) -> HttpResponseBase:
    """The members of my organisation; for the host's admin, a partner that has no admin yet."""
    wanted = organization_id or request.viewer.organization_id
    if wanted is None:
        raise NotFound
    page = members.team(request.viewer, organization_id=wanted)
    guests = {line.from_organization_id for line in page.from_outside if line.from_organization_id}
    names = organization_names(request.viewer, organization_ids={wanted, *guests})
    return show(
        request,
        "accounts/team.html",
        {
            "page": page,
            "organization_name": names.get(wanted, ""),
            "members": page.members,
            "sees_absences": wanted == request.viewer.organization_id and request.viewer.has(*WHO),
            "invitations": page.invitations,
            "from_outside": [(_name_of(line, names), line) for line in page.from_outside],
        },
    )


def _name_of(line: OutsideLine, names: Mapping[UUID, str]) -> str:
    """The organisation from which somebody invited; empty where it is not known."""
    return names.get(line.from_organization_id, "") if line.from_organization_id else ""


@require_http_methods(SHOW_OR_SEND)
@staff_only(Role.ADMIN)
@step_up
def change_role(request: KithRequest, membership_id: UUID) -> HttpResponseBase:
    """Give a colleague another role."""
    page = membership_page(request.viewer, membership_id=membership_id)
    form = RoleForm(sent(request), initial={"role": page.role.value})

    def work() -> UUID:
        return role_change.change_role(request.viewer, membership_id=membership_id, role=form.chosen_role())

    def then(_membership_id: UUID) -> str:
        messages.success(request, _("The role is changed."))
        return address_of_team(page.organization_id)

    return form_page(
        request,
        "accounts/change_role.html",
        form=form,
        context={"page": page, "role": ROLE_WORDS[page.role]},
        work=work,
        then=then,
    )


@require_http_methods(SHOW_OR_SEND)
@staff_only(Role.ADMIN)
@step_up
@leads_on(address_of_team)
def end_membership(request: KithRequest, membership_id: UUID) -> HttpResponseBase:
    """Ask once more, then end a colleague's role."""
    page = membership_page(request.viewer, membership_id=membership_id)

    def work() -> UUID:
        ending.end_membership(request.viewer, membership_id=membership_id)
        return page.organization_id

    def then(organization_id: UUID) -> str:
        messages.success(request, _("The role has ended."))
        return address_of_team(organization_id)

    return form_page(
        request,
        "accounts/end_membership.html",
        form=KithForm(sent(request)),
        context={"page": page, "role": ROLE_WORDS[page.role]},
        work=work,
        then=then,
    )


@require_POST
@staff_only(Role.ADMIN)
def withdraw_invitation(request: KithRequest, invitation_id: UUID) -> HttpResponseBase:
    """Take an invitation back; it gives nothing away, so the password is not asked for again."""

    def work() -> UUID:
        return withdrawal.withdraw_invitation(request.viewer, invitation_id=invitation_id)

    return act(request, work=work, then=address_of_team)
