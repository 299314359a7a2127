"""What no log may keep: addresses of links, the secrets in them, and rows that a database refused."""

import re

HIDDEN = "[hidden]"
# Addresses whose last part is the right to open them; each may stand below a language, or in a query.
SECRET_AREAS = ("a", "n", "h", "c", "l", "g", "p", "o", "account/invitation", "account/password/new")
SLASH = r"(?:/|%2[Ff])"
START = rf"(?:://[^/\s\"'?#]+|(?<![\w.~/-])|(?<=2[Ff]))(?:{SLASH}[a-z]{{2}}(?:-[a-z]+)?)?"
AREA = "|".join(area.replace("/", SLASH) for area in SECRET_AREAS)
ADDRESS = re.compile(rf"({START}{SLASH}(?:{AREA}){SLASH})(?:(?!%2[Ff])[^/\s\"'?#&<>])+", re.ASCII)
# A token by itself: 32 random bytes as `secrets.token_urlsafe` writes them.
TOKEN = re.compile(
    r"(?:(?<=2[Ff])|(?<![\w-]))(?=[\w-]{0,42}[a-z])(?=[\w-]{0,42}[A-Z])[\w-]{43}(?![\w-])", re.ASCII
)
# What Django mails to set a new password: a moment and half a digest.
RESET_KEY = re.compile(r"(?<![0-9a-z])[0-9a-z]{4,13}-[0-9a-f]{32}(?![\w-])", re.ASCII)
# PostgreSQL quotes the row, or the value, that broke a rule: it may be a name or an address.
REFUSED_ROW = re.compile(r"(DETAIL:\s+)(?:Failing row contains \([\s\S]*?\)\.$|.*$)", re.MULTILINE)


def opens_something(path: str) -> bool:
    """True for the address of a page whose last part is the right to open it."""
    return ADDRESS.match(path) is not None


def hide_secrets(text: str) -> str:
    """The text without what would open a link, an invitation or recovery, and without refused rows."""
    text = ADDRESS.sub(rf"\1{HIDDEN}", text)
    text = TOKEN.sub(HIDDEN, text)
    text = RESET_KEY.sub(HIDDEN, text)
    return REFUSED_ROW.sub(rf"\1{HIDDEN}", text)
