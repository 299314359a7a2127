"""Whether this site is what it says: real or made up, set up, translated, under a law."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from kith.accounts.queries.demo_users import demo_users
from kith.cli.command import SYSTEM
from kith.cli.doctor.finding import Finding, bad, fine, look
from kith.consent.queries.law_packs import LawPackLine, law_packs
from kith.consent.terms import PackStatus
from kith.core.queries.site_profile import site_profile


def demo_findings() -> Iterator[Finding]:
    """Demo sign-ins have a password that everybody knows: on a real site they are an open door."""
    count = len(demo_users(SYSTEM))
    if settings.IS_HTTPS and settings.KITH_IS_DEMO:
        yield bad("KITH_DEMO=1 IS SET ON A REAL SITE (https). Take it away.")
    if count and (settings.IS_HTTPS or not settings.KITH_IS_DEMO):
        yield bad(
            f"{count} DEMO SIGN-INS EXIST ON A REAL SITE: ANYBODY CAN SIGN IN. Begin with an empty database."
        )
    if not count:
        yield fine("There are no demo sign-ins.")


def profile_findings() -> Iterator[Finding]:
    """Crisis lines, host, law and duty are stated."""
    page = site_profile(SYSTEM)
    if page.host_organization_id is None:
        yield bad("The site is not set up. Run: kith setup")
        return
    if not (page.emergency_number and page.talk_line):
        yield bad("The crisis lines are not stated. Run: kith setup")
    if not page.jurisdiction:
        yield bad("The law that holds is not stated, so nothing with a name can be shared. Run: kith setup")
    if page.duty_user_id is None:
        yield look("Nobody is on duty: set it on the site's settings page.")
    yield fine(f"The site is set up ({page.country}, {page.timezone}).")


def law_findings() -> Iterator[Finding]:
    """At least one law pack is adopted, and none is about to end."""
    packs = law_packs(SYSTEM)
    if not any(pack.status == PackStatus.ADOPTED for pack in packs):
        yield look(
            "No law pack is adopted: nothing with a name can be shared until the privacy officer does."
        )
    for pack in packs:
        yield from _pack(pack)


def _pack(pack: LawPackLine) -> Iterator[Finding]:
    if pack.status == PackStatus.EXPIRED:
        yield bad(f"The adoption of {pack.id} is over: nothing with a name is shared by it.")
    elif pack.is_ending and pack.days_left is not None:
        yield look(f"The adoption of {pack.id} ends in {pack.days_left} days.")
    elif pack.status == PackStatus.ADOPTED:
        yield fine(f"The law pack {pack.id} is adopted until {pack.ends_on}.")
    if pack.is_demo and (settings.IS_HTTPS or not settings.KITH_IS_DEMO):
        yield bad(f"The law pack {pack.id} was adopted by the demo town. The privacy officer must adopt it.")


def asset_findings() -> Iterator[Finding]:
    """Translations are compiled and styles collected."""
    stale = [
        po
        for folder in settings.LOCALE_PATHS
        for po in Path(folder).glob("*/LC_MESSAGES/*.po")
        if _is_stale(po)
    ]
    if stale:
        yield bad("The translations are not compiled. Run: make messages")
    else:
        yield fine("The translations are compiled.")
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        yield bad("The styles are not collected. Run: kith collectstatic --noinput")


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.is_file() or mo.stat().st_mtime < po.stat().st_mtime
