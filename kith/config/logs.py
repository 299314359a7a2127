"""What is logged, and where it goes."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A refused form would put the address of a link, and so its token, into the log.
    "loggers": {"kith": {"level": "INFO"}, "django.security.csrf": {"level": "CRITICAL"}},
}
