"""A partner that said yes and is not needed is thanked; it never learns who it was."""

from kith.care.actions.write_to_contact import write_to_contact
from kith.care.events import ReferralWithdrawn
from kith.care.letters import no_longer_needed_letter
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer


@listens_to(ReferralWithdrawn)
def thank_those_not_chosen(viewer: Viewer, event: Recorded) -> None:
    """One line, only where there was a yes and no name was told."""
    if event.payload["had_yes"] is not True:
        return
    write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=None,
        dedupe_key=f"thanks:{event.id}",
        write=lambda desk: no_longer_needed_letter(language=desk.language, site=desk.site),
    )
