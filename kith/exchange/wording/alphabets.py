"""The bytes of a text file as lines, whatever alphabet it was saved in."""

import codecs
import re
from collections.abc import Iterator
from typing import IO

LONGEST_LINE = 2 * 1024 * 1024
TOO_LONG = "\ue000\ue001\ue000"
"""Stands in the place of a line over 2 MB; no honest file holds it."""
UTF_8_MARK = codecs.BOM_UTF8
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextLines:
    """The lines of a file as text, each with its line end.

    A line is UTF-8; where it cannot be, it is Windows-1252 and `is_other` turns True. What fits neither
    becomes signs that `check_sound` refuses. `read_bytes`: how far the reading came.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.is_other = False
        self.read_bytes = 0

    def __iter__(self) -> Iterator[str]:
        first = self._stream.readline(LONGEST_LINE + 1)
        if first.startswith(UTF_16_MARKS):
            yield from self._wide(first)
            return
        line = first.removeprefix(UTF_8_MARK)
        self.read_bytes += len(first) - len(line)
        while line:
            self.read_bytes += len(line)
            yield self._too_long(line) if len(line) > LONGEST_LINE else self._text(line)
            line = self._stream.readline(LONGEST_LINE + 1)

    def _text(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.is_other = True
        return re.sub("[\x81\x8d\x8f\x90\x9d]", "\ud800", line.decode("latin-1")).translate(WINDOWS)

    def _too_long(self, line: bytes) -> str:
        while line and not line.endswith(b"\n"):
            line = self._stream.readline(LONGEST_LINE)
            self.read_bytes += len(line)
        return TOO_LONG + "\n"

    def _wide(self, first: bytes) -> Iterator[str]:
        """UTF-16, as spreadsheet programs save “Unicode text”: in one piece, for its lines end otherwise."""
        whole = first + self._stream.read()
        self.read_bytes += len(whole)
        yield from whole.decode("utf-16", errors="replace").splitlines(keepends=True)


def _windows() -> dict[int, str]:
    """Windows-1252 where it differs from Latin-1."""
    table: dict[int, str] = {}
    for byte in range(0x80, 0xA0):
        sign = bytes([byte]).decode("cp1252", errors="ignore")
        if sign:
            table[byte] = sign
    return table


WINDOWS = _windows()
