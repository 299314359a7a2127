"""The people whom an organisation looks after."""

from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from kith.accounts.queries.member_names import member_names
from kith.core.viewer import Role
from kith.people.queries.people_count import people_count
from kith.people.queries.people_list import people_list as people_list_of
from kith.people.terms import PEOPLE_A_PAGE
from kith.web.pages import show, staff_only
from kith.web.request import KithRequest

LAST_PAGE = 10_000


@require_safe
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def people_list(request: KithRequest) -> HttpResponseBase:
    """Everyone here, newest first, each with who looks after them."""
    page = _page(request)
    lines = people_list_of(request.viewer, page=page)
    owners = [line.owner_user_id for line in lines if line.owner_user_id is not None]
    names = member_names(request.viewer, user_ids=owners)
    total = people_count(request.viewer)
    context = {
        "rows": [(line, names.get(line.owner_user_id, "") if line.owner_user_id else "") for line in lines],
        "total": total,
        "page": page,
        "pages": -(-total // PEOPLE_A_PAGE),
    }
    return show(request, "people/people_list.html", context)


def _page(request: KithRequest) -> int:
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < len(str(LAST_PAGE)) else 1
    return max(number, 1)
