"""A code for the page of a link, for a worker to read out on the phone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.errors import NoPageToOpen
from kith.post.events import SpokenCodeMade
from kith.post.lifecycle.link import is_open
from kith.post.policies.single_purpose_link import May, links, links_on
from kith.post.spoken_code import digest_of_code, new_code
from kith.post.terms import LinkPurpose

GOOD_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class SpokenCode:
    """The code, which is here and nowhere else, and until when it is good, in UTC."""

    link_id: UUID
    code: str
    until: datetime

    def __repr__(self) -> str:
        return f"SpokenCode({self.link_id})"


@transaction.atomic
def make_spoken_code(viewer: Viewer, *, about: Ref) -> SpokenCode:
    """Make a code of six digits for the page with the name of `about`; one made before ends.

    It opens that one link, once, for 30 minutes; its digest is all that is kept. The calling room has asked
    whether the viewer may. Raises NoPageToOpen where there is no open link, or its page was opened.
    """
    now = clock.now()
    unopened = links_on(viewer, May.GIVE_CODE, about=about).filter(
        is_open(now), purpose=LinkPurpose.SEE_NAME, bound_at__isnull=True
    )
    link = unopened.order_by("-made_at", "-pk").first()
    if link is None:
        raise NoPageToOpen
    made = SpokenCode(link.id, new_code(), now + GOOD_FOR)
    links(viewer, May.GIVE_CODE).filter(pk=link.id).update(
        spoken_digest=digest_of_code(made.code), spoken_until=made.until
    )
    record(
        viewer,
        SpokenCodeMade(
            subject=link.ref,
            organization_id=viewer.organization_id,
            about_kind=about.kind,
            about_id=about.id,
            until=made.until,
        ),
    )
    return made
