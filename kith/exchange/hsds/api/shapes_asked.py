"""How the parameters that are ours are written: read by it, and described by it."""

LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"
LANGUAGES = f"^{LANGUAGE}(,{LANGUAGE}){{0,19}}$"
CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"
ACROSS = r"-?(180|1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{1,12})?"
UP = r"-?(90|[0-8]?[0-9])(\.[0-9]{1,12})?"
BOX = f"^{ACROSS},{UP},{ACROSS},{UP}$"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_YEARS = 150
