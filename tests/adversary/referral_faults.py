"""What can be half or missing in a referral: its state against trail, ledger, place, links and mail.

Written from the rows alone, apart from the actions that made them.
"""

import re
from collections.abc import Callable

from kith.care.models import Answer, PersonsWord, Referral, ServiceReport
from kith.core.models import Event
from kith.directory.models import Service
from kith.disclosure.models import Disclosure, SharedItem
from kith.post.models import OutgoingMessage, SinglePurposeLink
from tests.adversary.kill_town import PLACES

OPEN = {"asked", "accepted", "named"}
HELD = {"accepted", "named"}
ENDINGS = {"completed": "care.referral_closed", "withdrawn": "care.referral_withdrawn"}
LEFT = {"sent"}
SETTLED = {"sent", "cancelled"}


def events(referral: Referral, kind: str) -> int:
    return Event.objects.filter(kind=kind, subject_kind="referral", subject_id=referral.pk).count()


def trail_faults(referral: Referral) -> list[str]:
    """Each thing that is so has one event, and each event is so."""
    is_so = {
        "care.referral_drafted": True,
        "care.referral_asked": referral.asked_at is not None,
        "care.referral_accepted": referral.answered_at is not None,
        "care.referral_named": referral.named_at is not None,
        "care.service_reported": ServiceReport.objects.filter(referral=referral).exists(),
        "care.person_spoke": PersonsWord.objects.filter(referral=referral).exists(),
        **{kind: referral.status == status for status, kind in ENDINGS.items()},
    }
    return [
        f"{kind}: {events(referral, kind)} times"
        for kind, so in is_so.items()
        if events(referral, kind) != so
    ]


def state_faults(referral: Referral) -> list[str]:
    is_open = referral.status in OPEN
    is_over = not is_open and referral.status != "draft"
    answers = Answer.objects.filter(referral=referral, kind="yes").count()
    is_wrong = {
        "a draft that was asked": (referral.status == "draft") != (referral.asked_at is None),
        "open without a next date": is_open and (referral.next_at is None or referral.next_step == "nothing"),
        "closed without an ending": is_over and (referral.closed_at is None or not referral.disposition),
        "a yes without its answer": answers != (referral.answered_at is not None),
        "completed without evidence": referral.status == "completed"
        and not (
            ServiceReport.objects.filter(referral=referral, happened="met").exists()
            and PersonsWord.objects.filter(referral=referral).exists()
        ),
    }
    return [sentence for sentence, is_so in is_wrong.items() if is_so]


def ledger_faults(referral: Referral) -> list[str]:
    """One telling of the ask and, once named, one of the name; each with its items, and no other."""
    told = {
        stage: list(Disclosure.objects.filter(about_id=referral.pk, stage=stage).values_list("pk", flat=True))
        for stage in ("ask", "name")
    }
    wanted = {
        "ask": [referral.ask_disclosure_id] if referral.asked_at else [],
        "name": [referral.name_disclosure_id] if referral.named_at else [],
    }
    kinds = set(SharedItem.objects.filter(disclosure_id__in=told["name"]).values_list("kind", flat=True))
    wrong = [] if told == wanted else [f"the ledger has {told}, the referral {wanted}"]
    if kinds != ({"name", "contact"} if referral.named_at else set()):
        wrong.append(f"of the name, {sorted(kinds)} were told")
    if any(not SharedItem.objects.filter(disclosure_id=one).exists() for one in told["ask"]):
        wrong.append("a telling without anything told")
    return wrong


def place_faults(referral: Referral) -> list[str]:
    """A place is held by each referral with a yes, and by no other; the rest are free."""
    left = Service.objects.get(pk=referral.service_id).places_left
    held = Referral.objects.filter(service_id=referral.service_id, has_place=True).count()
    right = referral.has_place == (referral.status in HELD) and left == PLACES - held
    return [] if right else [f"{referral.status}, has_place={referral.has_place}, {left} left, {held} held"]


def mail_faults(referral: Referral) -> list[str]:
    """Every mail about it is settled; and those that the state needs were written."""
    rows = list(OutgoingMessage.objects.filter(about_id=referral.pk))
    is_over = referral.closed_at is not None
    wrong = [f"a mail is {row.status}" for row in rows if row.status not in (SETTLED if is_over else LEFT)]
    needed = {"asked": "ask:", "named": "name:", "withdrawn": "thanks:"}.get(referral.status)
    if needed is not None and not any(row.dedupe_key.startswith(needed) for row in rows):
        wrong.append(f"no mail {needed} was written")
    return wrong


def link_faults(referral: Referral) -> list[str]:
    """Nothing about it can be opened once it is over; an answer link only while it is asked."""
    links = SinglePurposeLink.objects.filter(about_id=referral.pk, closed_at=None)
    if referral.closed_at is not None and links.exists():
        return ["a link opens a closed referral"]
    is_answered = referral.answered_at is not None and links.filter(purpose="answer_ask").exists()
    return ["an answer link is open after the answer"] if is_answered else []


ALL: tuple[Callable[[Referral], list[str]], ...] = (
    trail_faults,
    state_faults,
    ledger_faults,
    place_faults,
    mail_faults,
    link_faults,
)


def referral_faults(referral: Referral) -> list[str]:
    """Everything that is wrong with it."""
    return [sentence for faults in ALL for sentence in faults(referral)]


def undelivered(mails: str) -> list[str]:
    """Every mail that is said to have left, and is not among all that did."""
    left = set(re.findall(r"<([0-9a-f]{32})@", mails))
    return [
        f"the mail {row.dedupe_key.partition(':')[0]} is sent but did not leave"
        for row in OutgoingMessage.objects.filter(kind="mail", status__in=LEFT)
        if row.id.hex not in left
    ]
