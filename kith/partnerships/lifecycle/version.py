"""The steps of one wording, as a table."""

from kith.core.errors import StatusConflict
from kith.partnerships.errors import StaleVersion
from kith.partnerships.terms import VersionState as V

NEXT: dict[V, frozenset[V]] = {
    V.DRAFT: frozenset({V.OFFERED, V.DROPPED}),
    V.OFFERED: frozenset({V.SIGNED, V.DROPPED}),
    V.SIGNED: frozenset({V.REPLACED}),
    V.REPLACED: frozenset(),
    V.DROPPED: frozenset(),
}
WORDS_MAY_CHANGE = frozenset({V.DRAFT})
MAY_BE_SIGNED = frozenset({V.OFFERED, V.SIGNED})
"""Who need not sign may do so once the others have."""


def check_step(now: str, then: V) -> None:
    """Let the step pass, or raise StatusConflict if the table does not have it."""
    if then not in NEXT[V(now)]:
        raise StatusConflict


def check_words_may_change(now: str) -> None:
    """Raise StatusConflict once the words were offered: from then on others may have read or signed them."""
    if V(now) not in WORDS_MAY_CHANGE:
        raise StatusConflict


def check_may_be_signed(now: str) -> None:
    """Raise StatusConflict unless the wording is on the table, or signed by those who must."""
    if V(now) not in MAY_BE_SIGNED:
        raise StatusConflict


def check_seen(seen_digest: str, digest: str) -> None:
    """Raise StaleVersion unless exactly these words were seen."""
    if seen_digest != digest:
        raise StaleVersion
