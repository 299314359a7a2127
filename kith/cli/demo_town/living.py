"""Three agreements whose clauses are data, signed by each party, and two that were varied for a while."""

from datetime import date, timedelta
from uuid import UUID

from kith.accounts.actions.add_member import add_member
from kith.cli.demo_town.files import Entry, Value
from kith.cli.demo_town.signing import sign_for_all, signer_at
from kith.cli.demo_town.town import SYSTEM, Town
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause, read_body, read_tolerance
from kith.partnerships.terms import PartyRole, VariationReason
from kith.partnerships.wording import Party, Wording

ORGANIZATION_LISTS = ("accepts_from", "then", "escalation")
Clauses = dict[tuple[str, str, str], UUID]


def live(town: Town, files: Entry) -> None:
    """Draft, propose and sign each; then ask what was asked to be changed for a while."""
    keys: Clauses = {}
    for entry in files.entries("living"):
        with clock.at(town.moment(entry.number("signed") or -1)):
            town.agreements[entry.text("key")] = _agree_on(town, entry, keys)
    for entry in files.entries("variation"):
        with clock.at(town.moment(entry.number("asked") or -1)):
            _vary(town, entry, keys)


def _agree_on(town: Town, entry: Entry, keys: Clauses) -> UUID:
    writer, roles = _manager(town, entry.text("writer")), entry.entry("parties")
    today = clock.today(town.timezone)
    wording = Wording(
        title=entry.text("title"),
        purpose=entry.text("purpose"),
        parties=tuple(Party(town.organizations[key], PartyRole(roles.text(key))) for key in roles.fields),
        clauses=tuple(_clause(town, entry.text("key"), one, keys) for one in entry.entries("clause")),
        starts_on=today,
        review_on=today + timedelta(days=entry.number("review") or 180),
        ends_on=today + timedelta(days=entry.number("lasts") or 365),
    )
    agreement_id = draft_agreement(writer, wording=wording)
    propose_draft(writer, agreement_id=agreement_id)
    sign_for_all(town, agreement_id, roles.fields)
    return agreement_id


def _manager(town: Town, key: str) -> Viewer:
    """Who writes agreements there: at a small partner the person we know takes it on."""
    if key == "clinic":
        return signer_at(town, key)
    add_member(
        SYSTEM,
        user_id=town.users[f"contact:{key}"],
        organization_id=town.organizations[key],
        role=Role.PARTNERSHIP_MANAGER,
    )
    return signer_at(town, key)


def _clause(town: Town, agreement: str, entry: Entry, keys: Clauses) -> StatedClause:
    kind = ClauseKind(entry.text("kind"))
    by, to, service = (entry.text(name, "") for name in ("by", "to", "service"))
    terms: dict[str, object] = {
        name: _term(town, name, value) for name, value in entry.entry("terms").fields.items()
    }
    tolerance = entry.entry("tolerance").fields
    key = uuid7()
    keys.setdefault((agreement, by, kind.value), key)
    return StatedClause(
        key=key,
        body=read_body(kind, terms),
        organization_id=town.organizations[by] if by else None,
        to_organization_id=town.organizations[to] if to else None,
        service_id=town.services[service] if service else None,
        tolerance=read_tolerance({"tolerance": tolerance}) if tolerance else None,
    )


def _term(town: Town, name: str, value: Value) -> object:
    """`+30` is thirty days from today; an organisation is named by its key."""
    if name in ORGANIZATION_LISTS and isinstance(value, list):
        return [str(town.organizations[str(key)]) for key in value]
    if name == "due_on" and isinstance(value, list):
        return [_in_days(town, str(day)).isoformat() for day in value]
    return value


def _in_days(town: Town, day: str) -> date:
    return clock.today(town.timezone) + timedelta(days=int(day))


def _vary(town: Town, entry: Entry, keys: Clauses) -> None:
    by, today = entry.text("by"), clock.today(town.timezone)
    asked = entry.number("asked") or 0
    first, last = (today + timedelta(days=(entry.number(name) or 0) - asked) for name in ("first", "last"))
    agreement = entry.text("agreement")
    ask_variation(
        signer_at(town, by),
        agreement_id=town.agreements[agreement],
        clause_key=keys[agreement, by, entry.text("kind")],
        changes=dict(entry.entry("changes").fields),
        reason=VariationReason(entry.text("reason")),
        words=entry.text("words"),
        first_on=first,
        last_on=last,
    )
