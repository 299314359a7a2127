"""The worker's list."""

from django.http.response import HttpResponseBase

from kith.care.queries.my_list import my_list as my_list_of
from kith.core.viewer import Role
from kith.post.queries.texts_to_send import texts_to_send
from kith.web.pages import show, staff_only
from kith.web.request import KithRequest


@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def my_list(request: KithRequest) -> HttpResponseBase:
    """Mine, waiting on others, past the promised time, to confirm: one next step each."""
    context = {"work": my_list_of(request.viewer), "texts": texts_to_send(request.viewer)}
    return show(request, "care/my_list.html", context)
