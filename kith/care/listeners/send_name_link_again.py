"""A contact who mistyped the code gets a new link; who guesses at it does not."""

from kith.care.actions.write_to_contact import write_to_contact
from kith.care.events import NameLinkAsked
from kith.care.letters import name_letter
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.post.queries.count_links import count_links
from kith.post.terms import LinkPurpose

MOST_LINKS = 3
"""With ten tries each: after these only the telephone helps."""


@listens_to(NameLinkAsked)
def send_name_link_again(viewer: Viewer, event: Recorded) -> None:
    """Mail it to the address that the contact has here, unless there were as many links as may be."""
    if count_links(viewer, about=event.subject, purpose=LinkPurpose.SEE_NAME) >= MOST_LINKS:
        return
    write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=LinkPurpose.SEE_NAME,
        dedupe_key=f"name-again:{event.id}",
        write=lambda desk: name_letter(
            language=desk.language, site=desk.site, code_word=desk.code_word, link=desk.link
        ),
    )
