"""Web and worker are killed (-9) at random points while people use them: nothing said is lost or half."""

import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event as Flag
from threading import Thread

import pytest

from tests.adversary.kill_browser import Browser, Page, Stopped
from tests.adversary.kill_diary import CUT, Diary
from tests.adversary.kill_site import Found, Running, running
from tests.browser.forms import Form
from tests.environment import scaled
from tests.factories.site import Site, copied_site

SEED = 20260
SHORTEST, LONGEST = 0.01, 0.4
LONGEST_FORM = 0.12
STEPS_BETWEEN = [0, 0, 2, 4, 8]
COLD = 0.1
KEY = "01a222b4-1f18-7e00-9696-a508af8b3d73"
SENTENCES = {
    "a step is lost": "speak was acknowledged and took effect 0 times",
    "a step was never done": "close was acknowledged and took effect 0 times",
    "a step is done twice": "say_yes took effect 2 times, with 1 keys",
    "somebody was taken in twice": "take_in took effect 2 times, with 1 keys",
    "a key is lost": "took effect 1 times, with 0 keys",
    "a state is half": "care.referral_closed: 1 times",
    "a place is held for ever": "completed, has_place=True",
    "a mail is not sent": "a message still waits",
    "a mail never left": "is sent but did not leave",
}


@dataclass(frozen=True, slots=True)
class Aftermath:
    """A site after the kills, when all that was left had been done."""

    site: Site
    kills: int
    diary: Diary
    found: Found
    log: str


@pytest.fixture(scope="module")
def aftermath(site_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    chance, kills = random.Random(SEED), scaled(200, least=10)
    with copied_site(site_template, tmp_path_factory.mktemp("killed")) as site:
        site.python("from tests.adversary.kill_town import build; build()")
        with running(site) as place:
            place.let_people_in()
            for _ in range(kills):
                kill_one(place, chance)
            place.wait_until(lambda: place.diary.holds("close"))
            yield Aftermath(site, kills, place.diary, place.finish(), place.log())


@pytest.mark.heavy
def test_kills_at_random_points_lose_nothing(aftermath: Aftermath) -> None:
    diary, found, log = aftermath.diary, aftermath.found, aftermath.log
    print(f"{aftermath.kills} kills, {diary.acknowledged} steps acknowledged, faults {found.faults}")
    print(f"broken off {dict(diary.cuts())}, of these {found.already_done} after they had taken effect")
    print(f"who sent the same form again saw {dict(sorted(diary.seen_after_doubt().items()))}")

    assert found.faults == [], log[-3000:]
    assert diary.troubles == [], log[-3000:]
    assert "Traceback" not in log, log[-3000:]


@pytest.mark.heavy
def test_a_lost_step_and_a_half_state_would_be_noticed(aftermath: Aftermath) -> None:
    program = "from tests.adversary.kill_tamperings import tell; tell()"

    told: dict[str, list[str]] = json.loads(aftermath.site.python(program).splitlines()[-1])

    for name, sentence in SENTENCES.items():
        assert any(sentence in found for found in told[name]), (name, told[name])


def test_a_form_is_sent_again_the_same_and_an_error_of_the_server_is_noticed() -> None:
    got, diary = list[bytes](), Diary()
    form = Form("/there/", entries={"key": [KEY], "words": ["a & b"]})

    with answering(got, [CUT, CUT, "302", CUT, "500"]) as base:
        browser = Browser(base, diary, Flag(), NetThatHolds())
        page = Page(f"{base}/here/", 200, "", "")
        browser.send(page, form, {}, life="0-0", step="ask")
        with pytest.raises(Stopped):
            browser.send(page, form, {}, life="0-0", step="choose")

    assert set(got) == {f"key={KEY}&words=a+%26+b".encode()}
    assert [entry.is_acknowledged for entry in diary.entries] == [True, False]
    assert diary.troubles == ["0-0: choose saw ['cut', '500'] and ended at 500 "]


class NetThatHolds(random.Random):
    def random(self) -> float:
        return 1.0


@contextmanager
def answering(got: list[bytes], answers: list[str]) -> Iterator[str]:
    """A server that hangs up or answers as told, one after the other."""

    class Told(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            if (answer := answers.pop(0)) != CUT:
                self.send_response(int(answer))
                self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Told) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def kill_one(place: Running, chance: random.Random) -> None:
    """At a random moment; every other time the moment is near a form that is on its way."""
    place.wait_for_steps(more=chance.choice(STEPS_BETWEEN))
    role, is_aimed = chance.choice(["web", "worker"]), chance.choice([True, False])
    if is_aimed:
        place.diary.wait_for_a_form(LONGEST)
    time.sleep(chance.uniform(SHORTEST, LONGEST_FORM if is_aimed else LONGEST))
    place.kill(role, chance)
    place.start(role, "cold" if chance.random() < COLD else "")
