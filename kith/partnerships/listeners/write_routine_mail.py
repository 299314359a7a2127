"""A partner gets what is routine in one mail a week at most (promise 17)."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.partnerships.actions.send_routine_mail import send_routine_mail
from kith.partnerships.queries.partners_to_write_to import partners_to_write_to
from kith.partnerships.queries.routine_lines_for import routine_lines_for

HOUR = 3600


@every(seconds=HOUR)
def write_routine_mail(viewer: Viewer) -> None:
    """Looks every hour; nothing new, or a mail in the last seven days: no mail."""
    for organization_id in partners_to_write_to(viewer):
        lines = routine_lines_for(viewer, organization_id=organization_id)
        if lines:
            send_routine_mail(viewer, organization_id=organization_id, lines=lines)
