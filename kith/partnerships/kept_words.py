"""Whether kept words are still those of which the trail knows the digest. Pure, but for reading a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from kith.core.domain_event import type_of_payload
from kith.core.errors import KithError
from kith.core.files import read_file
from kith.core.sealed_text import CannotOpen
from kith.partnerships.models import AgreementParty, Clause, Paper, Version
from kith.partnerships.stored import stated, wording_of
from kith.partnerships.text import text_digest
from kith.partnerships.wording import digest_of

FIRST = 1
LEGACY_TEXT = "{"
"""Words from before there were versions are one line of JSON; the clauses were part of it."""
DIGEST_LETTERS = 64
PROPOSED = "partnerships.agreement_proposed"


@dataclass(slots=True)
class OnTrail:
    """What the trail knows: the digest of each wording by agreement and number, and of each paper."""

    words: dict[tuple[UUID, int], str] = field(default_factory=dict)
    papers: dict[UUID, set[str]] = field(default_factory=dict)

    def add(self, kind: str, agreement_id: UUID, payload: Mapping[str, type_of_payload]) -> None:
        """Learn from one event of an agreement; the first that offered a wording counts."""
        if kind == PROPOSED:
            self.words.setdefault((agreement_id, _number(payload)), str(payload["digest"]))
        if "paper_digest" in payload:
            self.papers.setdefault(agreement_id, set()).add(str(payload["paper_digest"]))


def is_text_kept(version: Version, digest: str | None) -> bool:
    """The words are those that were offered, byte for byte."""
    return digest is not None and text_digest(version.text) == digest == version.text_digest


def are_clauses_kept(version: Version, parties: Iterable[AgreementParty], rows: Iterable[Clause]) -> bool:
    """The rows say what the words say: their digest is the one that the last line of the words names."""
    if version.text.startswith(LEGACY_TEXT):
        return True
    try:
        clauses = list(rows)
        found = digest_of(wording_of(version, parties, clauses))
        are_plain = all(
            row.terms == (said := stated(row)).terms and row.digest == said.digest for row in clauses
        )
    except (KithError, ValueError):
        return False
    return are_plain and found == version.text.rstrip("\n")[-DIGEST_LETTERS:]


def is_paper_kept(paper: Paper, digests: Iterable[str]) -> bool:
    """The file is there, opens, and is the one that was taken in."""
    try:
        content = read_file(paper.file_id)
    except (KithError, CannotOpen):
        return False
    found = sha256(content).hexdigest()
    return found == paper.digest and len(content) == paper.byte_count and found in digests


def _number(payload: Mapping[str, type_of_payload]) -> int:
    found = payload.get("number", FIRST)
    return found if isinstance(found, int) else FIRST
