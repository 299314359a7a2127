"""The one settings file. Every setting is named in docs/reference/settings.md."""

import os
import secrets
from pathlib import Path

import dj_database_url
import django_stubs_ext
from csp.constants import NONCE, NONE, SELF

from kith.config import logs
from kith.config.languages import KITH_REVIEWED_LANGUAGES, KITH_WHOLE_LANGUAGES, LANGUAGES  # noqa: F401
from kith.config.secret_key import kept_secret

django_stubs_ext.monkeypatch()  # generic fields and querysets at run time

BASE_DIR = Path(__file__).resolve().parent.parent.parent
KITH_DATA_DIR = Path(os.environ.get("KITH_DATA_DIR", BASE_DIR / "var")).resolve()
KITH_DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
KITH_KEYS_DIR = Path(os.environ.get("KITH_KEYS_DIR", KITH_DATA_DIR / "keys")).resolve()
KITH_FILES_DIR = KITH_DATA_DIR / "files"
KITH_IS_DEMO = os.environ.get("KITH_DEMO", "") == "1"
KITH_SITE_URL = os.environ.get("KITH_SITE_URL", "http://localhost:8000").rstrip("/")
KITH_EXIT_URL = os.environ.get("KITH_EXIT_URL", "https://www.bbc.com/weather")

IS_HTTPS = KITH_SITE_URL.startswith("https://")
DEBUG = False
SECRET_KEY = kept_secret(KITH_KEYS_DIR / "secret_key", lambda: secrets.token_urlsafe(50))
ALLOWED_HOSTS = os.environ.get("KITH_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [KITH_SITE_URL]

ROOMS = [
    "core",
    "post",
    "directory",
    "accounts",
    "consent",
    "partnerships",
    "people",
    "disclosure",
    "care",
    "exchange",
    "web",
    "cli",
]
INSTALLED_APPS = [
    *(f"kith.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.web.compressing.CompressPublicPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kith.web.middleware.KithMiddleware",
    "kith.web.languages.PublicLanguages",
]
ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "kith.web.context.page_frame",
            ]
        },
    }
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{KITH_DATA_DIR / 'kith.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
IS_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Above it rows are thrown out, and with them what limits have counted.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 9 if KITH_IS_DEMO else 12}},
    {"NAME": f"{RULES}.CommonPasswordValidator"},
    {"NAME": f"{RULES}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "kith.web.accounts.adapter.ClosedSignUp"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}  # the key is the pair of address and e-mail
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 3600
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KITH_PROXIES", "1" if IS_HTTPS else "0"))
MFA_ADAPTER = "kith.web.accounts.sealed_codes.SealedCodes"

SESSION_ENGINE = "kith.web.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-kith" if IS_HTTPS else "kith"
CSRF_COOKIE_NAME = "__Host-kith-csrf" if IS_HTTPS else "kith-csrf"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
KITH_IDLE_MINUTES = int(os.environ.get("KITH_IDLE_MINUTES", "30"))
KITH_CONFIRM_DAYS = [int(days) for days in os.environ.get("KITH_CONFIRM_DAYS", "180,30").split(",")]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = os.environ.get("KITH_LANGUAGE", "en")
LOCALE_PATHS = [BASE_DIR / "kith" / "web" / "locale"]
LANGUAGE_COOKIE_NAME = "kith-language"
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = "kith.config.formats"
TIME_ZONE = os.environ.get("KITH_TIME_ZONE", "UTC")

STATIC_URL = "/static/"
STATIC_ROOT = KITH_DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

EMAIL_BACKEND = os.environ.get("KITH_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = KITH_DATA_DIR / "mail"
EMAIL_HOST = os.environ.get("KITH_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("KITH_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("KITH_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KITH_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("KITH_SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("KITH_MAIL_FROM", "kith@localhost")

LOGGING, LOGGING_CONFIG = logs.LOGGING, "kith.config.logs.configure"
