"""The body of an answer, unpacked piece by piece and never beyond a limit."""

import zlib
from collections.abc import Iterable, Iterator
from http.client import HTTPResponse

from django.utils.translation import gettext as _

from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.sockets import too_large

PIECE = 65_536
GZIP = 16 + zlib.MAX_WBITS


def body_of(response: HTTPResponse, largest: int) -> Iterator[bytes]:
    """The body in pieces, unpacked. Raises NotFetched where it is too large, damaged or cut off."""
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    pieces = _pieces(response)
    if coding in {"gzip", "x-gzip"}:
        pieces = _unpacked(pieces)
    elif coding != "identity":
        raise NotFetched(_("The answer is packed in a way that we did not ask for."))
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > largest:
            raise too_large(largest)
        yield piece


def cut_off() -> NotFetched:
    """The connection broke before the end."""
    return NotFetched(_("The answer was cut off before its end."), is_passing=True)


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    while piece := response.read(PIECE):
        yield piece
    # http.client says nothing when fewer bytes came than were announced.
    if response.length:
        raise cut_off()


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """At most one piece more at a time, however much a bomb would unpack to."""
    packing = zlib.decompressobj(GZIP)
    try:
        for piece in pieces:
            packed = piece
            while packed and not packing.eof:
                yield packing.decompress(packed, PIECE)
                packed = packing.unconsumed_tail
        yield packing.flush()
    except zlib.error:
        raise NotFetched(_("The packed answer is damaged.")) from None
    if not packing.eof:
        raise cut_off()
