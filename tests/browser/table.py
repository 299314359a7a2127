"""A table in the demo town at which the partnership manager and the coordinator's mosque sit."""

from datetime import timedelta

from kith.accounts.models import User
from kith.accounts.queries.viewer_of import viewer_of
from kith.core import clock
from kith.core.viewer import Door, Viewer
from kith.partnerships.actions.begin_partner_import import begin_partner_import
from kith.partnerships.actions.state_priorities import state_priorities
from kith.partnerships.sheet_rows import SheetPartner
from tests.factories.tables import a_used_table

AT_A_TABLE = ("partnership_id", "meeting_id", "goal_id", "item_id")
TWO_WEEKS = timedelta(days=14)


def set_a_table() -> None:
    """It was begun two weeks ago: one meeting was held, one has just been, one is to come."""
    guest = seated("coordinator")
    assert guest.organization_id is not None
    with clock.at(clock.now() - TWO_WEEKS):
        table = a_used_table(seated("partnerships"), guest.organization_id)
        state_priorities(guest, partnership_id=table, priorities="Nobody is alone on Friday.")


def send_a_sheet() -> None:
    """A spreadsheet of partners that waits to be looked at."""
    rows = (
        SheetPartner(row=2, organization_name="Open Kitchen", code_word="Walnut", agreement="Meals for many"),
        SheetPartner(row=3, organization_name="", faults=("Organisation: is empty.",)),
    )
    begin_partner_import(seated("partnerships"), rows=rows)


def seated(login: str) -> Viewer:
    """Who signs in so, acting for their organisation."""
    user = User.objects.get(email=f"{login}@demo.example")
    return viewer_of(Viewer.nobody(Door.STAFF), user_id=user.id, organization_id=None)
