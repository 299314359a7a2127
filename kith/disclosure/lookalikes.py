"""Letters that look like others: facts about how letters are drawn, after Unicode's confusables (UTS 39).

By code point, because on the screen the two cannot be told apart.
"""

LOOKS_LIKE_LATIN = {
    "a": "0410 0430 0391 03B1 0251",
    "b": "0412 0432 0392 042C 044C",
    "c": "0421 0441 03F9 03F2 1D04",
    "d": "0501 0110 0111 00D0 00F0",
    "e": "0415 0435 0395 03B5 212E 04BD",
    "f": "0191 0192",
    "g": "0261 0581 050C",
    "h": "041D 043D 0397 04BB 0570 0126 0127",
    "i": "0406 0456 0399 03B9 0131 026A",
    "j": "0408 0458 03F3",
    "k": "041A 043A 039A 03BA",
    "l": "0049 04C0 04CF 01C0 0141 0142",
    "m": "041C 043C 039C 03BC",
    "n": "039D 03B7 0578 057C 043F",
    "o": "041E 043E 039F 03BF 0555 0585 03C3 05E1 00D8 00F8",
    "p": "0420 0440 03A1 03C1",
    "q": "051A 051B 0566",
    "r": "0433 1D26",
    "s": "0405 0455 054F",
    "t": "0422 0442 03A4 03C4 0166 0167",
    "u": "054D 057D 03C5",
    "v": "0474 0475 03BD",
    "w": "051C 051D 0461 03C9",
    "x": "0425 0445 03A7 03C7",
    "y": "0423 0443 04AE 04AF 03A5 03B3",
    "z": "0396 1D22",
}
# One letter as different languages and keyboards write it.
SAME_IN_ARABIC = {
    "\u0627": "0671",
    "\u0643": "06A9 06AA",
    "\u0647": "0629 06C1 06BE 06D5",
    "\u064a": "0649 06CC 06D2",
}
# Letters by their kind that show nothing: the Arabic stroke that only lengthens, and fillers of Hangul.
UNSEEN = "0640 115F 1160"


def _table(facts: dict[str, str]) -> dict[int, str]:
    return {int(point, 16): letter for letter, points in facts.items() for point in points.split()}


AS_LATIN = _table(LOOKS_LIKE_LATIN)
AS_WRITTEN = {**_table(SAME_IN_ARABIC), **dict.fromkeys((int(point, 16) for point in UNSEEN.split()), "")}
