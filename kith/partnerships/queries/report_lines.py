"""What a partner where nobody signs in hears by its routine mail of last month's promises."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.kept_counts import KeptLine
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.promise_outcome import May, outcomes
from kith.partnerships.queries.promise_report import PromiseReport, promise_report
from kith.partnerships.routine import RoutineLine

A_DAY = timedelta(days=1)


def report_lines(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """One line for each organisation with which something was promised last month, by name; each once.

    The same counts as both sides see when signed in (promise 19). None where somebody signs in. Four
    statements, and three for each such organisation.
    """
    if members_to_tell(viewer, organization_id=organization_id, roles=SIGNERS):
        return []
    until = clock.today(site_profile(viewer).timezone or "UTC").replace(day=1) - A_DAY
    names = organization_names(viewer, organization_ids=_others(viewer, organization_id))
    found: list[RoutineLine] = []
    for other_id, name in sorted(names.items(), key=lambda one: (one[1], str(one[0]))):
        report = promise_report(
            viewer,
            organization_id=organization_id,
            other_id=other_id,
            since=until.replace(day=1),
            until=until,
        )
        found += _lines(report, name, until)
    return found


def _others(viewer: Viewer, organization_id: UUID) -> set[UUID]:
    """With whom anything was ever promised."""
    ours = Q(promiser_id=organization_id) | Q(towards_id=organization_id)
    rows = outcomes(viewer, May.READ).filter(ours).order_by()
    pairs = rows.values_list("promiser_id", "towards_id").distinct()
    return {one for pair in pairs for one in pair} - {organization_id}


def _lines(report: PromiseReport, name: str, until: date) -> Iterator[RoutineLine]:
    sentences = [
        *(_kept(_("You, towards %(name)s") % {"name": name}, line) for line in report.by_first),
        *(_kept(_("%(name)s, towards you") % {"name": name}, line) for line in report.by_other),
    ]
    if not sentences:
        return
    month = date_format(until, "F Y")
    said = _("What was promised in %(month)s, and what came of it:") % {"month": month}
    yield RoutineLine(key=f"report:{until:%Y-%m}:{report.other_id}", words="\n".join([said, *sentences]))


def _kept(who: str, line: KeptLine) -> str:
    """One kind of promise in numbers; what did not happen is left out."""
    counts = [
        (_("in time: %(n)d"), line.in_time),
        (_("past the promised time: %(n)d"), line.past),
        (_("without a promised time: %(n)d"), line.no_clock),
        (_("still waiting: %(n)d"), line.waiting),
        (_("called off: %(n)d"), line.called_off),
        (_("another time was agreed: %(n)d"), line.varied),
    ]
    told = ", ".join(words % {"n": count} for words, count in counts if count)
    sentence = _("%(who)s. %(kind)s: asked %(asked)d. Of these %(told)s.")
    return sentence % {"who": who, "kind": CLAUSE_WORDS[line.kind], "asked": line.asked, "told": told}
