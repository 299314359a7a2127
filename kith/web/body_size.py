"""How much a browser may send: little, except to a page that takes a paper from members."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from kith.core.errors import KithError
from kith.core.files import LONGEST_BYTES
from kith.core.viewer import Role
from kith.web.request import KithRequest

FILE_PAGES = frozenset({"adopt_paper_agreement", "import_partners", "sign_on_paper"})
"""The pages whose form takes a file."""


class TooLarge(KithError):
    """More than any form of ours sends."""

    status = 413
    code = "too-large"
    sentence = _("This is more than we can take at once. Nothing was changed. Please send less.")


def check_size(request: KithRequest) -> None:
    """Raises TooLarge by what the browser says it will send, before any of it is read or kept.

    What comes without a stated length is not read at all.
    """
    if _stated_length(request) > _most_bytes(request):
        raise TooLarge


def _stated_length(request: KithRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _most_bytes(request: KithRequest) -> int:
    words: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return words + LONGEST_BYTES if request.viewer.has(*Role) and _takes_files(request) else words


def _takes_files(request: KithRequest) -> bool:
    try:
        return resolve(request.path_info).url_name in FILE_PAGES
    except Resolver404:
        return False
