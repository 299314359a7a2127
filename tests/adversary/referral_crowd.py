"""Many people's asks at one service, and many yeses to them at the same moment, on a real site."""

import json
import sys
from collections.abc import Callable, Sequence
from threading import Barrier, Thread
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from kith.care.actions.accept_referral import accept_referral  # noqa: E402
from kith.care.actions.ask_partner import ask_partner  # noqa: E402
from kith.care.actions.draft_referral import draft_referral  # noqa: E402
from kith.care.queries.visit_by_link import visit_by_link  # noqa: E402
from kith.core.actions.once import once  # noqa: E402
from kith.core.errors import KithError  # noqa: E402
from kith.core.ids import Ref, uuid7  # noqa: E402
from kith.core.viewer import Door, Viewer  # noqa: E402
from kith.post.actions.make_link import make_link  # noqa: E402
from kith.post.actions.use_link import use_link  # noqa: E402
from kith.post.terms import LinkPurpose  # noqa: E402
from tests.factories.care import a_care_town, a_need, link, persons_yes  # noqa: E402
from tests.factories.disclosure import a_person  # noqa: E402
from tests.factories.partnerships import SYSTEM  # noqa: E402


@transaction.atomic
def gather(count: int, places: int) -> list[str]:
    """`count` people, each with one open ask at the same service. Returns the tokens of the answer links."""
    care = a_care_town(places=places)
    town = care.town
    tokens = []
    for _ in range(count):
        need_id = a_need(care.navigator, a_person(care.navigator))
        referral_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
        ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes())
        made = make_link(
            SYSTEM,
            purpose=LinkPurpose.ANSWER_ASK,
            about=Ref("referral", referral_id),
            organization_id=town.recipient_id,
            contact_id=town.contact_id,
            valid_days=1,
        )
        tokens.append(made.token)
    return tokens


def say_yes(token: str) -> str:
    """One yes as the page of the link says it. Returns "" or the sentence of the error."""
    visit = visit_by_link(Viewer.nobody(Door.ANSWER), token=token, purpose=LinkPurpose.ANSWER_ASK)

    @transaction.atomic
    def both() -> UUID:
        use_link(visit.viewer, link_id=visit.link_id)
        return accept_referral(visit.viewer, referral_id=visit.referral_id, told=link())

    try:
        once(visit.viewer, key=uuid7(), work=both)
    except KithError as error:
        return str(error.sentence)
    return ""


def all_say_yes(tokens: Sequence[str]) -> list[str]:
    """Everybody's yes as soon as a line comes in, each in a thread with a connection of its own."""
    said = ["nothing"] * len(tokens)
    everybody = Barrier(len(tokens) + 1)

    def answer(place: int) -> None:
        connection.ensure_connection()
        everybody.wait()
        try:
            everybody.wait()
            said[place] = say_yes(tokens[place])
        except Exception as error:  # noqa: BLE001 (what each one got is the answer)
            said[place] = repr(error)
        finally:
            connection.close()

    threads = [Thread(target=answer, args=(place,)) for place in range(len(tokens))]
    for thread in threads:
        thread.start()
    everybody.wait()
    print("ready", flush=True)
    sys.stdin.readline()
    everybody.wait()
    for thread in threads:
        thread.join()
    return said


COMMANDS: dict[str, Callable[[], object]] = {
    "gather": lambda: gather(int(sys.argv[2]), int(sys.argv[3])),
    "answer": lambda: all_say_yes(sys.argv[2:]),
}

if __name__ == "__main__":
    print(json.dumps(COMMANDS[sys.argv[1]]()))
