"""What the web does while it is being killed: steps over real actions, each acknowledged after its commit.

To add a step of a room: a function that does it through `once`, one that says what of it is half or
missing, and a row in STEPS.
"""

import os
import random
import time
from pathlib import Path
from uuid import UUID, uuid5

from django.conf import settings

from kith.core.actions.once import once
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.viewer import Door, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.models import Organization
from kith.directory.terms import OrganizationKind
from kith.post.actions.queue_message import queue_message
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus
from tests.adversary.kill_step import Step
from tests.adversary.referral_steps import REFERRAL_STEPS

NAMESPACE = UUID(int=20260)
VIEWER = Viewer.system(Door.COMMAND)
LONGEST_PAUSE = 0.02


def key_of(number: int) -> UUID:
    """The form's key: the same after a kill, as in a browser that sends the form again."""
    return uuid5(NAMESPACE, str(number))


def acknowledged() -> list[int]:
    path = _acknowledgements()
    return [int(line) for line in path.read_text().splitlines()] if path.exists() else []


def drive() -> None:
    """Do steps for ever, beginning with the one that was not acknowledged."""
    done = acknowledged()
    number = done[-1] + 1 if done else 0
    acks = os.open(_acknowledgements(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    while True:
        step = STEPS[number % len(STEPS)]
        once(VIEWER, key=key_of(number), work=lambda: step.do(number))  # noqa: B023 (called at once)
        os.write(acks, f"{number}\n".encode())
        number += 1
        time.sleep(random.uniform(0, LONGEST_PAUSE))


def step_of(number: int) -> Step:
    return STEPS[number % len(STEPS)]


def _add_organization(number: int) -> UUID:
    return add_organization(
        VIEWER,
        name=f"Organisation {number}",
        description="Made while being killed.",
        email="",
        website="",
        kind=OrganizationKind.COMMUNITY,
    )


def _organizations(number: int) -> int:
    return Organization.objects.filter(name=f"Organisation {number}").count()


def _organization_faults(number: int) -> list[str]:
    ids = Organization.objects.filter(name=f"Organisation {number}").values("id")
    events = Event.objects.filter(kind="directory.organization_added", subject_id__in=ids)
    return [] if events.count() == _organizations(number) else ["the organisation has no event"]


def _queue_notice(number: int) -> UUID:
    return queue_message(
        VIEWER,
        about=Ref("test", key_of(number)),
        person_id=None,
        organization_id=None,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=_address(number),
        subject="A message from Kith",
        body="Made while being killed.",
        language="en",
        dedupe_key=f"kill-{number}",
        owner_user_id=None,
    )


def _notices(number: int) -> int:
    return OutgoingMessage.objects.filter(dedupe_key=f"kill-{number}").count()


def _notice_faults(number: int) -> list[str]:
    row = OutgoingMessage.objects.filter(dedupe_key=f"kill-{number}").first()
    if row is None:
        return []
    queued = Event.objects.filter(kind="post.message_queued", subject_id=row.id).count()
    wrong = [] if queued == 1 else ["the notice has no event"]
    if row.status != MessageStatus.SENT:
        wrong.append(f"the notice is still {row.status}")
    if f"To: {_address(number)}\n" not in _mails():
        wrong.append("the notice never left")
    return wrong


def _address(number: int) -> str:
    return f"notice-{number}@example.org"


def _mails() -> str:
    return "".join(path.read_text(errors="replace") for path in Path(settings.EMAIL_FILE_PATH).glob("*.log"))


def _acknowledgements() -> Path:
    return Path(settings.KITH_DATA_DIR) / "acknowledged"


STEPS: tuple[Step, ...] = (
    Step(_add_organization, _organization_faults, _organizations),
    Step(_queue_notice, _notice_faults, _notices),
    *REFERRAL_STEPS,
)
