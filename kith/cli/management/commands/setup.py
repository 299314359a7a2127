"""`kith setup`: the first real site."""

from argparse import ArgumentParser
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from typing_extensions import override

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.cli.asking import Asking, or_else
from kith.cli.command import SYSTEM, KithCommand
from kith.cli.countries import suggested
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.queries.site_profile import SiteProfilePage, site_profile
from kith.core.viewer import Role
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.load_taxonomies import load_taxonomies
from kith.directory.terms import OrganizationKind

TEXTS = {
    "site-name": "the site's name",
    "country": "its country, two letters",
    "emergency-number": "the number for danger now",
    "talk-line": "a number to talk to someone",
    "talk-line-words": "one sentence about that line",
    "jurisdiction": "ISO 3166 code of the law that holds, such as GB-ENG",
    "time-zone": "such as Europe/London",
    "organization": "the organisation that hosts the site",
    "admin-email": "the first admin's e-mail; empty adds none",
    "admin-name": "the first admin's name",
}


class Command(KithCommand):
    """Ask what a site needs to begin, and write it; can be run again."""

    help = "Set up a real site: its host, first admin, crisis lines, law and clock. It can be run again."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Every answer can be given beforehand."""
        for name, words in TEXTS.items():
            parser.add_argument(f"--{name}", help=words)
        kinds = [kind.value for kind in OrganizationKind]
        parser.add_argument("--organization-kind", choices=kinds, default=OrganizationKind.COMMUNITY.value)
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        parser.add_argument("--no-input", action="store_true", help="ask nothing; take what is suggested")
        parser.add_argument("--no-mail", action="store_true", help="send no mail to try")

    @override
    def handle(
        self, *args: object, no_input: bool, no_mail: bool, organization_kind: str, **options: object
    ) -> None:
        """Ask, write everything or nothing, and try the mail."""
        asking = Asking(options, is_quiet=no_input)
        before = site_profile(SYSTEM)
        with transaction.atomic():
            host_id = self._host(asking, before, OrganizationKind(organization_kind))
            address, user_id = self._admin(asking, host_id)
            _write_profile(asking, before, host_id, before.duty_user_id or user_id)
            load_taxonomies(SYSTEM)
        self.say("The site is set up.")
        if address and not no_mail:
            self._try_mail(address)
        self.say("Next: kith doctor says what is still missing; kith run starts the site.")

    def _host(self, asking: Asking, before: SiteProfilePage, kind: OrganizationKind) -> UUID:
        """The host that the site has, else a new organisation."""
        if before.host_organization_id is not None:
            return before.host_organization_id
        name = asking.text("organization", "Which organisation hosts this site", "")
        return add_organization(SYSTEM, name=name, description="", email="", website="", kind=kind)

    def _admin(self, asking: Asking, host_id: UUID) -> tuple[str, UUID | None]:
        """The new admin's address and id, if one is wanted."""
        address = asking.text("admin_email", "E-mail of the first admin (empty: add none)", "")
        if not address:
            return "", None
        name = asking.text("admin_name", "Their name", address.partition("@")[0])
        user_id = create_user(
            SYSTEM, email=address, display_name=name, password=asking.password(), is_demo=False
        )
        add_member(SYSTEM, user_id=user_id, organization_id=host_id, role=Role.ADMIN)
        return address, user_id

    def _try_mail(self, address: str) -> None:
        """Send one mail; a failure is said, not raised: the site is set up all the same."""
        try:
            send_mail("Kith can send mail", "This is a test. You need not answer.", None, [address])
        except OSError as error:
            self.stderr.write(
                f"The mail to {address} did not leave ({type(error).__name__}). See kith doctor."
            )
            return
        self.say(f"A mail went to {address} by {settings.EMAIL_BACKEND.rpartition('.')[2]}. Did it arrive?")


def _write_profile(asking: Asking, before: SiteProfilePage, host_id: UUID, duty_user_id: UUID | None) -> None:
    name = asking.text("site_name", "Name of the site", before.name)
    country = asking.text("country", "Country, two letters", before.country).upper()
    known = suggested(country)
    set_site_profile(
        SYSTEM,
        name=name,
        host_organization_id=host_id,
        duty_user_id=duty_user_id,
        country=country,
        emergency_number=asking.text(
            "emergency_number",
            "Number to call when someone is in danger (please check)",
            or_else(before, "emergency_number", known.emergency_number),
        ),
        talk_line=asking.text(
            "talk_line",
            "Number to talk to someone (please check)",
            or_else(before, "talk_line", known.talk_line),
        ),
        talk_line_words=asking.text(
            "talk_line_words",
            "One sentence about that line",
            or_else(before, "talk_line_words", known.talk_line_words),
        ),
        jurisdiction=asking.text(
            "jurisdiction",
            "Which law holds here (ISO 3166, such as GB-ENG)",
            or_else(before, "jurisdiction", known.jurisdiction or country),
        ).upper(),
        timezone=asking.text("time_zone", "Time zone", _zone(before, known.timezone)),
        is_demo=False,
    )


def _zone(before: SiteProfilePage, known: str) -> str:
    """A set-up site keeps its zone; before that KITH_TIME_ZONE, then what is usual in the country."""
    if before.host_organization_id is not None or settings.TIME_ZONE != "UTC":
        return before.timezone
    return known
