"""A partner hears when somebody changes whom we ask and tell there."""

from uuid import UUID

from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.partnerships.actions.write_about_contact import write_about_contact
from kith.partnerships.events import ContactAdded, ContactEnded
from kith.partnerships.letters import Letter, contact_added_letter, contact_ended_letter


@listens_to(ContactAdded, ContactEnded)
def tell_of_contacts(viewer: Viewer, event: Recorded) -> None:
    """Write to the person themself, the other named people, and those who look after the partner."""
    is_added = event.kind == ContactAdded.kind
    letter_of = contact_added_letter if is_added else contact_ended_letter

    def write(language: str, site: str, organization: str, name: str) -> Letter:
        return letter_of(language=language, site=site, organization=organization, name=name)

    write_about_contact(
        viewer,
        contact_id=UUID(str(event.payload["contact_id"])),
        dedupe_key=f"contact:{event.id}",
        write=write,
    )
