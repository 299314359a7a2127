"""`kith doctor`: whether all is well."""

from collections.abc import Callable, Iterator

from django.core.management.base import CommandError
from django.db import DatabaseError
from typing_extensions import override

from kith.cli.command import KithCommand
from kith.cli.doctor.database import database_findings
from kith.cli.doctor.finding import Finding, Level, bad
from kith.cli.doctor.keys import key_folder_findings, sealed_text_findings
from kith.cli.doctor.mail import mail_server_findings, mail_settings_findings
from kith.cli.doctor.search import search_findings
from kith.cli.doctor.site import asset_findings, demo_findings, law_findings, profile_findings
from kith.cli.doctor.work import work_findings

Look = Callable[[], Iterator[Finding]]
LOOKS: tuple[Look, ...] = (
    database_findings,
    key_folder_findings,
    sealed_text_findings,
    demo_findings,
    profile_findings,
    law_findings,
    work_findings,
    search_findings,
    mail_settings_findings,
    mail_server_findings,
    asset_findings,
)


class Command(KithCommand):
    """Look at everything a site needs and say how it is; exit code 1 if something is bad."""

    help = "Look at everything a site needs and say how it is. Exit code 1 if something must be mended."

    @override
    def handle(self, *args: object, **options: object) -> None:
        """Look at all of it, also after something bad."""
        findings = [finding for look in LOOKS for finding in _found(look)]
        for finding in findings:
            self.say(f"{finding.level:>5}  {finding.sentence}")
        count = sum(finding.level == Level.BAD for finding in findings)
        if count:
            raise CommandError(f"{count} things must be mended.")


def _found(look: Look) -> list[Finding]:
    """A database that does not answer must not hide the other findings."""
    try:
        return list(look())
    except DatabaseError as error:
        return [bad(f"{look.__name__.replace('_', ' ')}: the database refused ({type(error).__name__}).")]
