"""`kith worker`: background work."""

from typing_extensions import override

from kith.cli.command import KithCommand
from kith.cli.stopping import stop_when_asked
from kith.core.worker import run_worker


class Command(KithCommand):
    """Run background work until Ctrl-C or SIGTERM."""

    help = "Run background work: notices, repeated jobs, seals. Ctrl-C ends it after the task at hand."

    @override
    def handle(self, *args: object, **options: object) -> None:
        """Work until asked to stop."""
        run_worker(stop_when_asked())
