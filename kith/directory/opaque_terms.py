"""Which terms belong to somebody who does not let them be passed on: those of the 211 taxonomy.

Its codes are kept as they come, and no meaning is read from them. The taxonomy is licensed by the year, so a
list that looks like it stays here until somebody says otherwise: missing is no.
"""

import re

_NAMES = re.compile(r"\b(?:airs|2-?1-?1(?:[a-z]+)?|inform usa)\b", re.IGNORECASE)
_CODES = re.compile(r"[A-Z]{1,2}-[0-9]{4}(?:\.[0-9]{4}(?:-[0-9]{3}(?:\.[0-9]{2})?)?)?")


def is_licensed(*names: str) -> bool:
    """True where a name or address of a taxonomy says that it is the one of 211."""
    return any(_NAMES.search(name) for name in names)


def is_code_of_211(code: str) -> bool:
    """True for a code of the shape that only 211 uses, such as BD-1800.2000."""
    return _CODES.fullmatch(code.strip()) is not None
