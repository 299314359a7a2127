"""The plain text of a wording: made from its clauses, with the parties' own words beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.partnerships.clause_terms import CLAUSE_WORDS
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.clauses.words import with_names
from kith.partnerships.terms import KIND_WORDS, ROLE_WORDS, AgreementKind
from kith.partnerships.wording import Wording, digest_of


@dataclass(frozen=True, slots=True)
class Names:
    """What organisations and services are called, in the words that are signed."""

    organizations: Mapping[UUID, str]
    services: Mapping[UUID, str]


def text_of(wording: Wording, *, kind: AgreementKind, number: int, names: Names) -> str:
    """What is signed, in the wording's language; its last line names the digest of the clauses as data."""
    with translation.override(wording.language):
        return "\n".join(_lines(wording, kind, number, names)) + "\n"


def text_digest(text: str) -> str:
    """SHA-256 of the text, in UTF-8."""
    return sha256(text.encode()).hexdigest()


def clause_lines(clause: StatedClause, names: Names) -> list[str]:
    """One clause in the language shown: who owes it to whom, and what."""
    who = names.organizations.get(clause.organization_id, "") if clause.organization_id else _("All parties")
    to = names.organizations.get(clause.to_organization_id, "") if clause.to_organization_id else ""
    service = names.services.get(clause.service_id, "") if clause.service_id else ""
    first = _("%(who)s, to %(to)s:") % {"who": who, "to": to} if to else f"{who}:"
    return [
        first,
        *([_("For this service: %(service)s.") % {"service": service}] if service else []),
        *(with_names(sentence, names.organizations) for sentence in clause.body.sentences()),
        *_tolerance(clause),
        *([clause.note] if clause.note else []),
    ]


def _tolerance(clause: StatedClause) -> list[str]:
    if clause.tolerance is None:
        return []
    said = _("A change of at most %(by)d for at most %(days)d days is agreed at once, and all are told.")
    return [said % {"by": clause.tolerance.by, "days": clause.tolerance.days}]


def _lines(wording: Wording, kind: AgreementKind, number: int, names: Names) -> Iterator[str]:
    yield str(KIND_WORDS[kind])
    yield wording.title.strip()
    yield _("Version %(number)d") % {"number": number}
    yield from ("", _("What it is for"), wording.purpose.strip(), "", _("Who takes part"))
    for at, party in enumerate(wording.parties, start=1):
        name = names.organizations.get(party.organization_id, "")
        yield f"{at}. {name} – {ROLE_WORDS[party.role]}"
    yield from ("", _("What is agreed"))
    for at, clause in enumerate(wording.clauses, start=1):
        yield f"{at}. {CLAUSE_WORDS[clause.kind]}"
        yield from (f"   {line}" for line in clause_lines(clause, names))
    if wording.free_text.strip():
        yield from ("", _("Besides"), wording.free_text.strip())
    yield from ("", _("How long"), *_dates(wording), "")
    yield _("The clauses as data (SHA-256): %(digest)s") % {"digest": digest_of(wording)}


def _dates(wording: Wording) -> Iterator[str]:
    yield _("From %(day)s.") % {"day": date_format(wording.starts_on, "j F Y")}
    if wording.ends_on:
        yield _("To %(day)s.") % {"day": date_format(wording.ends_on, "j F Y")}
    else:
        yield _("Until a party ends it.")
    if wording.review_on:
        yield _("The parties talk about it again on %(day)s.") % {
            "day": date_format(wording.review_on, "j F Y")
        }
