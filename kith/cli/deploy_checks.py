"""What `kith check --deploy` adds to Django's own checks: the doctor's looks at how the site is set."""

from collections.abc import Callable, Iterator

from django.core import checks
from django.db import DatabaseError

from kith.cli.doctor.finding import Finding, Level
from kith.cli.doctor.keys import key_folder_findings
from kith.cli.doctor.mail import mail_settings_findings
from kith.cli.doctor.site import demo_findings

LOOKS: dict[str, Callable[[], Iterator[Finding]]] = {
    "kith.001": demo_findings,
    "kith.002": key_folder_findings,
    "kith.003": mail_settings_findings,
}


@checks.register(checks.Tags.security, deploy=True)
def check_site(**_options: object) -> list[checks.CheckMessage]:
    """Errors for what is bad, warnings for what someone should look at."""
    return [message for code, look in LOOKS.items() for message in _messages(code, look)]


def _messages(code: str, look: Callable[[], Iterator[Finding]]) -> list[checks.CheckMessage]:
    try:
        findings = list(look())
    except DatabaseError:
        return [checks.Warning("The database did not answer, so its sign-ins were not looked at.", id=code)]
    return [
        checks.Error(finding.sentence, id=code)
        if finding.level == Level.BAD
        else checks.Warning(finding.sentence, id=code)
        for finding in findings
        if finding.level != Level.FINE
    ]
