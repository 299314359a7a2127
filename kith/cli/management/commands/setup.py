"""`kith setup`: the first real site."""

from argparse import ArgumentParser
from dataclasses import asdict
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.core.management.base import CommandError
from django.db import transaction
from typing_extensions import override

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.queries.members_to_tell import members_to_tell
from kith.cli.asking import Asking
from kith.cli.command import SYSTEM, KithCommand
from kith.cli.first_answers import (
    Lines,
    MoreLines,
    NewAdmin,
    NewHost,
    ask_admin,
    ask_host,
    ask_lines,
    ask_more_lines,
)
from kith.core.actions.set_public_face import set_public_face
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
    "text-line": "a number to send a text to",
    "text-line-words": "one sentence about that number",
    "safety-line": "a number for people who are hurt at home",
    "safety-line-words": "one sentence about that line",
    "jurisdiction": "ISO 3166 code of the law that holds, such as GB-ENG",
    "time-zone": "such as Europe/London",
    "organization": "the organisation that hosts the site",
    "organization-words": "one sentence: what that organisation does",
    "admin-email": "the first admin's e-mail; needed once",
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
        before = site_profile(SYSTEM)
        asking = Asking(options, is_quiet=no_input, say=self.stderr.write)
        host = ask_host(asking) if before.host_organization_id is None else None
        admin = ask_admin(asking, is_needed=not _has_admin(before))
        lines = ask_lines(asking, before)
        more = ask_more_lines(asking, before, lines.country)
        asking.check_all()
        with transaction.atomic():
            host_id = before.host_organization_id or _add_host(host, OrganizationKind(organization_kind))
            user_id = _add_admin(admin, host_id)
            _write_profile(lines, host_id, before.duty_user_id or user_id)
            _write_face(more, before)
            load_taxonomies(SYSTEM)
        self.say("The site is set up.")
        if admin is not None and not no_mail:
            self._try_mail(admin.email)
        self.say("Next: kith run starts the site; kith doctor then says what is still missing.")

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


def _has_admin(before: SiteProfilePage) -> bool:
    host_id = before.host_organization_id
    return host_id is not None and bool(members_to_tell(SYSTEM, organization_id=host_id, roles=[Role.ADMIN]))


def _add_host(host: NewHost | None, kind: OrganizationKind) -> UUID:
    if host is None:
        raise CommandError("The site has no host. Nothing was changed.")
    return add_organization(SYSTEM, name=host.name, description=host.words, email="", website="", kind=kind)


def _add_admin(admin: NewAdmin | None, host_id: UUID) -> UUID | None:
    if admin is None:
        return None
    user_id = create_user(
        SYSTEM, email=admin.email, display_name=admin.name, password=admin.password, is_demo=False
    )
    add_member(SYSTEM, user_id=user_id, organization_id=host_id, role=Role.ADMIN)
    return user_id


def _write_profile(lines: Lines, host_id: UUID, duty_user_id: UUID | None) -> None:
    set_site_profile(
        SYSTEM,
        **asdict(lines),
        host_organization_id=host_id,
        duty_user_id=duty_user_id,
        is_demo=False,
    )


def _write_face(more: MoreLines, before: SiteProfilePage) -> None:
    set_public_face(
        SYSTEM,
        **asdict(more),
        public_name=before.public_name,
        is_discreet=before.is_discreet,
        left_out_pages=before.left_out_pages,
    )
