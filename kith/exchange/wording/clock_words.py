"""Times of day as people write them."""

import re

WRITTEN = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(?::00)?\s*([ap])\.?\s*m\.?", re.IGNORECASE)
NOON = 12


def clock_text(text: str) -> str:
    """`9:00am` or `5 p.m.` as `09:00` and `17:00`; any other text as it is, for it is not certain."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        return text
    hour = int(found[1]) % NOON + (NOON if found[3].lower() == "p" else 0)
    return f"{hour:02}:{found[2] or '00'}"
