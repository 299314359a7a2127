"""What a page asks of a person, counted, and what that comes to by published figures. Nothing here is timed.

Acts by the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user performance time
with interactive systems", CACM 23(7), 1980): to think what to do 1.35 s for each field and each button, to point
1.10 s and to press 0.20 s for each tap, to change from mouse to keys and back 0.40 s each. A key 0.28 s: a typist
who is not a skilled one (same paper).
On a phone 36.2 words a minute, 0.33 s a letter (Palin et al., "How do people type on mobile devices?",
MobileHCI 2019); a slow writer takes twice that here. Reading: 238 words a minute is usual for English (Brysbaert,
"How many words do we read per minute?", Journal of Memory and Language 109, 2019); at a desk 200 are assumed here,
and 130 for somebody who reads slowly or in a language that is not their own.
"""

import re
from dataclasses import dataclass, field

WORD = re.compile(r"\w+")
THINK, POINT, PRESS, TO_THE_KEYS = 1.35, 1.10, 0.20, 0.40


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody reads (words a minute) and types (seconds a letter)."""

    words_a_minute: int
    seconds_a_letter: float


AT_A_DESK = Pace(words_a_minute=200, seconds_a_letter=0.28)
SLOW_ON_A_PHONE = Pace(words_a_minute=130, seconds_a_letter=0.66)


@dataclass(slots=True)
class Effort:
    """What one person did so far."""

    pages: list[str] = field(default_factory=list)
    words: int = 0
    fields: int = 0
    typed: int = 0
    decisions: int = 0
    taps: int = 0
    letters: int = 0

    def seconds(self, pace: Pace) -> float:
        """Read every line that is shown, once; think before every field and every button."""
        reading = self.words / pace.words_a_minute * 60
        tapping = self.decisions * THINK + self.taps * (POINT + PRESS)
        typing = self.typed * 2 * TO_THE_KEYS + self.letters * pace.seconds_a_letter
        return reading + tapping + typing

    def said(self, pace: Pace) -> str:
        """For the log of a test."""
        seconds = self.seconds(pace)
        return (
            f"{len(self.pages)} pages, {self.words} words, {self.fields} fields, {self.taps} taps, "
            f"{self.letters} letters: {seconds:.0f} s by the model"
        )
