"""What a form carried, to be shown again beside what has changed meanwhile."""

from django.utils.datastructures import MultiValueDict

from kith.web.request import KithRequest


def sent_anew(request: KithRequest, *, seen_digest: str, without: str = "") -> "MultiValueDict[str, str]":
    """The same entries, but that the writer has now seen what `seen_digest` is of; one field may be empty."""
    kept = {name: values for name, values in request.POST.lists() if name != without}
    return MultiValueDict({**kept, "seen_digest": [seen_digest]})
