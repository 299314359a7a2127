"""What goes now, what goes after a yes, and what stays and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kith.consent.facts import PartnersWord
from kith.consent.terms import ASK_KINDS, KIND_WORDS, NAME_KINDS, ConsentState, Kind, Stage
from kith.disclosure.circumstances import Circumstances, as_if_agreed, decide_item
from kith.disclosure.contact_words import contact_words_masked
from kith.disclosure.items import contact_of_kept, name_items, shown
from kith.disclosure.sentences import why_it_stays
from kith.people.queries.person_facts import PersonFacts


@dataclass(frozen=True, slots=True)
class HeldItem:
    """Something else that the caller's room holds about the person; it can only ever stay."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One thing, as the sender reads it, and why it is where it is."""

    kind: Kind
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Board:
    """The three lists, each in the order of Kind."""

    goes_now: list[PreviewItem]
    goes_after_yes: list[PreviewItem]
    stays: list[PreviewItem]


def board_of(
    at: Circumstances, person: PersonFacts, *, asked: Mapping[Kind, str], also_held: tuple[HeldItem, ...]
) -> Board:
    """Each thing that exists in its list.

    With a live yes, what it covers counts. Without one, it is as if the person agreed to all that may go.
    """
    is_live = at.standing.state is ConsentState.LIVE
    supposed = at if is_live else as_if_agreed(at, ASK_KINDS | NAME_KINDS)
    board = Board([], [], [])
    for item in _things(person, asked, also_held):
        _place(board, supposed, item, who=person.alias)
    if Kind.CONTACT not in name_items(person):
        _place_missing(board, supposed, Kind.CONTACT)
    return board


def _things(
    person: PersonFacts, asked: Mapping[Kind, str], also_held: tuple[HeldItem, ...]
) -> list[HeldItem]:
    things = [HeldItem(kind, shown(kind, kept)) for kind, kept in asked.items()]
    for kind, kept in name_items(person).items():
        text = contact_words_masked(contact_of_kept(kept)) if kind is Kind.CONTACT else kept
        things.append(HeldItem(kind, text))
    order = list(Kind)
    return sorted([*things, *also_held], key=lambda item: order.index(item.kind))


def _place(board: Board, at: Circumstances, item: HeldItem, *, who: str) -> None:
    label = capfirst(str(KIND_WORDS[item.kind]))
    now = decide_item(at, kind=item.kind, stage=Stage.ASK, partners_word=PartnersWord.NOT_YET)
    if now.is_permitted:
        board.goes_now.append(PreviewItem(item.kind, item.text, label))
        return
    later = decide_item(at, kind=item.kind, stage=Stage.NAME, partners_word=PartnersWord.SAID_YES)
    if later.is_permitted and item.kind in NAME_KINDS:
        board.goes_after_yes.append(PreviewItem(item.kind, item.text, label))
        return
    decision = later if item.kind in NAME_KINDS else now
    board.stays.append(PreviewItem(item.kind, item.text, why_it_stays(decision, who=who)))


def _place_missing(board: Board, at: Circumstances, kind: Kind) -> None:
    """What would follow a yes if it were known: said too, so that nobody believes that it will go."""
    later = decide_item(at, kind=kind, stage=Stage.NAME, partners_word=PartnersWord.SAID_YES)
    if later.is_permitted:
        label = capfirst(str(KIND_WORDS[kind]))
        board.goes_after_yes.append(PreviewItem(kind, _("Not known yet"), label))
