"""The states of the United States and their letters, so that "akron ohio" is known for Akron, OH."""

from kith.directory.folding import key_of

_STATES = """
    AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
    DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas
    KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi
    MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York
    NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico
    RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia
    WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
"""


def letters_of_state(name: str) -> str:
    """The two letters of a state, folded, by its name or its letters; the name's key for any other."""
    return _LETTERS.get(key_of(name), key_of(name))


def _letters() -> dict[str, str]:
    pairs = (one.strip().partition(" ") for one in _STATES.strip().replace("\n", "|").split("|"))
    return {key_of(name): key_of(letters) for letters, _, name in pairs}


_LETTERS = _letters()
LONGEST_STATE = 3
