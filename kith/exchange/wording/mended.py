"""Texts that were saved in one alphabet and opened in another: `ArmyΓÇÖs` for `Army’s`."""

import re
from dataclasses import dataclass

SIGNS = frozenset("‘’‚“”„–—―…•†‡‰′″‹›™€")
"""What an apostrophe, a dash or a quotation mark becomes again: three bytes in UTF-8."""
DOS_LEAD = re.compile("([ΓG])Ç(.)")
DOS_PAIR = re.compile("([├┬])(.)")
WINDOWS_LEAD = re.compile("â€(.)")
WINDOWS_PAIR = re.compile("([ÃÂ])([¡¢£¤¥¦§¨©¬®¯°±²³´µ¶·¸¹¼½¾¿])")
DAMAGE = re.compile("[ΓG]Ç[^a-z]|[├┬\ufffd]|â€|Ã[\u0080-\u00bf]")


@dataclass(frozen=True, slots=True)
class Mended:
    """The text, whether it was mended, and whether it still looks damaged."""

    text: str
    is_mended: bool = False
    is_doubtful: bool = False


def mended(text: str) -> Mended:
    """The text with what is certainly a wrong alphabet put right. All else stays as it is."""
    if text.isascii():
        return Mended(text)
    new = DOS_LEAD.sub(_from_dos_lead, text)
    new = DOS_PAIR.sub(_from_dos_pair, new)
    new = WINDOWS_LEAD.sub(lambda found: _sign("cp1252", b"\xe2\x80", found[1]) or found[0], new)
    new = WINDOWS_PAIR.sub(_from_windows_pair, new)
    return Mended(new, is_mended=new != text, is_doubtful=bool(DAMAGE.search(new)))


def _from_dos_lead(found: re.Match[str]) -> str:
    """`GÇÖ` could be three capitals of a word: then it is certain only beside a small letter."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    is_word = found[1] == "G" and found[2].isupper() and not (before.islower() or after.islower())
    sign = "" if is_word else _sign("cp437", b"\xe2\x80", found[2])
    return sign or found[0]


def _from_dos_pair(found: re.Match[str]) -> str:
    lead = b"\xc3" if found[1] == "├" else b"\xc2"
    return _letter("cp437", lead, found[2]) or found[0]


def _from_windows_pair(found: re.Match[str]) -> str:
    """`Ã©` is é; `Â£` is £. Capital letters, as in SÃO, are never followed by these signs."""
    lead = b"\xc3" if found[1] == "Ã" else b"\xc2"
    return _letter("cp1252", lead, found[2]) or found[0]


def _sign(alphabet: str, lead: bytes, last: str) -> str:
    sign = _letter(alphabet, lead, last)
    return sign if sign in SIGNS else ""


def _letter(alphabet: str, lead: bytes, last: str) -> str:
    """The sign that these bytes were; empty where they were none that can be printed."""
    try:
        sign = (lead + last.encode(alphabet)).decode("utf-8")
    except UnicodeError:
        return ""
    return sign if sign.isprintable() or sign == "\xa0" else ""
