"""Weekdays as sources name them."""

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 2


def weekday_code(text: str) -> str:
    """`MO` of 1, `Monday`, `Mon` or `Mondays`; empty where no single day is named. Monday is 1, Sunday 7."""
    word = text.strip().rstrip(".").lower()
    if word.isdecimal():
        return CODES[int(word) - 1] if word in {"1", "2", "3", "4", "5", "6", "7"} else ""
    if len(word) < SHORTEST:
        return ""
    fitting = [code for code, name in zip(CODES, NAMES, strict=True) if f"{name}s".startswith(word)]
    return fitting[0] if len(fitting) == 1 else ""
