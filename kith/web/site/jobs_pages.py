"""Background work, for the admin of the host: what ran, what failed, try again."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.core.actions.retry_task import retry_task
from kith.core.queries.dead_letters import dead_letters
from kith.core.queries.work_state import work_state
from kith.core.viewer import Role
from kith.web.pages import act, show, staff_only
from kith.web.request import KithRequest

SHOWN = 100


@staff_only(Role.ADMIN)
@require_safe
def background_jobs(request: KithRequest) -> HttpResponse:
    """How background work stands, and what failed for good."""
    context = {
        "state": work_state(request.viewer),
        "letters": dead_letters(request.viewer, limit=SHOWN),
    }
    return show(request, "site/background_jobs.html", context)


@staff_only(Role.ADMIN)
@require_POST
def retry_job(request: KithRequest, task_id: UUID) -> HttpResponse:
    """Try one failed task again."""

    def work() -> UUID:
        retry_task(request.viewer, task_id=task_id)
        return task_id

    return act(request, work=work, then=lambda _id: reverse("background_jobs"))
