"""What is logged, and where it goes. Whatever any library logs passes by here before a handler sees it."""

import logging
import logging.config
from collections.abc import Mapping

from typing_extensions import override

from kith.config.hiding import hide_secrets

LOGGING: dict[str, object] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "kith": {"level": "INFO"},
        # Not Django's own handlers: one of them mails whole requests.
        "django": {"handlers": [], "level": "WARNING"},
        # A refused form would put the address of a link, and so its token, into the log.
        "django.security.csrf": {"level": "CRITICAL"},
    },
}


class QuietRecord(logging.LogRecord):
    """A log record from whose message, parts, traceback and stack every link is hidden, for all handlers."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.msg = _quiet(self.msg)
        if isinstance(self.args, tuple):
            self.args = tuple(_quiet(part) for part in self.args)
        elif self.args:
            self.args = {name: _quiet(part) for name, part in self.args.items()}
        if self.exc_info:
            self.exc_text = hide_secrets(logging.Formatter().formatException(self.exc_info))
        if self.stack_info:
            self.stack_info = hide_secrets(self.stack_info)

    @override
    def getMessage(self) -> str:
        """The message as a whole: an address may have come together only here."""
        return hide_secrets(super().getMessage())


def _quiet(part: object) -> object:
    return hide_secrets(part) if isinstance(part, str) else part


def configure(rules: Mapping[str, object]) -> None:
    """Set logging up as Django asks for it (`LOGGING_CONFIG`), and make every record a quiet one."""
    logging.config.dictConfig(dict(rules))
    logging.setLogRecordFactory(QuietRecord)
