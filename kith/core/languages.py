"""Languages as BCP-47 tags, and their names as people read them."""

import re

from babel import Locale, UnknownLocaleError

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")

# Babel has no name for these; the names are CLDR's or the speakers' own English ones.
OWN_NAMES = {
    "hmn": "Hmong",
    "prs": "Dari",
    "rom": "Romani",
    "rhg": "Rohingya",
    "mam": "Mam",
    "quc": "Kʼicheʼ",
    "kea": "Kabuverdianu",
    "kri": "Krio",
    "ase": "American Sign Language",
    "bfi": "British Sign Language",
}
COMMON = """
am ar ase az bal be bfi bg bn bo bs ca ckb cs cy da de dz el en es et fa fi fil fr ff ga gu ha he hi hmn hr
ht hu hy id ig is it ja ka kea km kmr ko kri ku ky lo lt lv mam mk ml mn mr ms my ne nl no om pa pl prs ps pt
quc rhg ro rom ru rw si sk sl sn so sq sr su sv sw ta te tg th ti tl tr uk ur uz vi wo xh yi yo yue zh zu
"""


def normal_tag(tag: str) -> str:
    """The tag as it is stored: language small, script with a capital, region in capitals.

    Raises ValueError for what is not a tag of a language, a script and a region at most.
    """
    parts = tag.strip().replace("_", "-").split("-")
    normal = "-".join([parts[0].lower(), *(_normal_part(part) for part in parts[1:])])
    if not TAG.fullmatch(normal):
        raise ValueError(f"{tag!r} is not a language tag.")
    return normal


def language_name(tag: str, *, shown_in: str) -> str:
    """The name of the language `tag`, in the language `shown_in`; the tag itself where no name is known."""
    own = OWN_NAMES.get(tag.split("-", maxsplit=1)[0])
    if own is not None:
        return own
    try:
        return Locale.parse(tag, sep="-").get_display_name(shown_in.replace("-", "_")) or tag
    except (UnknownLocaleError, ValueError):
        return _plain_name(tag, shown_in)


def language_choices(*, shown_in: str) -> list[tuple[str, str]]:
    """Tags and names of the languages that communities often speak, by name."""
    named = [(tag, language_name(tag, shown_in=shown_in)) for tag in COMMON.split()]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _normal_part(part: str) -> str:
    return part.title() if len(part) == 4 else part.upper()  # noqa: PLR2004 (a script has four letters)


def _plain_name(tag: str, shown_in: str) -> str:
    try:
        names = Locale.parse(shown_in, sep="-").languages
    except (UnknownLocaleError, ValueError):
        return tag
    return str(names.get(tag, names.get(tag.split("-", maxsplit=1)[0], tag)))
