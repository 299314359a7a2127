"""What a partner hears by its routine mail of reviews and last days that come near."""

from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.core.viewer import Viewer
from kith.partnerships.due import DueKind
from kith.partnerships.queries.agreements_coming_due import DueLine, agreements_coming_due
from kith.partnerships.routine import RoutineLine


def due_lines(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """One line for each day that comes near, once for each reminder; none for a day that is over."""
    lines = agreements_coming_due(viewer, organization_id=organization_id)
    return [
        RoutineLine(key=f"{near.kind}:{line.agreement_id}:{near.due_on}:{near.threshold}", words=_words(line))
        for line in lines
        if (near := line.near).days >= 0
    ]


def _words(line: DueLine) -> str:
    said = (
        _("Your agreement “%(title)s” ends on %(day)s. Do you want to go on? Please tell us by phone.")
        if line.near.kind is DueKind.END
        else _("On %(day)s we look together at our agreement “%(title)s”. What works? What should change?")
    )
    return said % {"title": line.title, "day": date_format(line.near.due_on, "j F Y")}
