"""Sixty-four yeses at the same moment on ten places: ten people have a place, and nothing is half done."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kith.directory.errors import NoPlacesLeft
from tests.environment import scaled
from tests.factories.site import Site, copied_site

YESES, PLACES, PROCESSES = scaled(64, least=24), scaled(10, least=4), 4
CROWD = "tests.adversary.referral_crowd"


def communicate(site: Site, *arguments: str) -> list[str]:
    process = site.start("-m", CROWD, *arguments)
    out = process.communicate(timeout=300)[0]
    assert process.returncode == 0, out
    answer: list[str] = json.loads(out.splitlines()[-1])
    return answer


def all_yeses(site: Site, tokens: list[str]) -> list[str]:
    """Everybody stands at the door before the first one is let in."""
    crowds = [site.start("-m", CROWD, "answer", *tokens[place::PROCESSES]) for place in range(PROCESSES)]
    for crowd in crowds:
        assert crowd.stdout is not None
        assert crowd.stdout.readline() == "ready\n"
    for crowd in crowds:
        assert crowd.stdin is not None
        crowd.stdin.write("go\n")
        crowd.stdin.flush()
    outs = [crowd.communicate(timeout=300)[0] for crowd in crowds]
    return [said for out in outs for said in json.loads(out.splitlines()[-1])]


def number(site: Site, question: str) -> int:
    [(count,)] = site.ask(question)
    assert isinstance(count, int)
    return count


@pytest.mark.heavy
def test_of_64_yeses_at_once_on_10_places_ten_succeed_and_no_other_leaves_a_trace(
    site_template: Site, tmp_path: Path
) -> None:
    with copied_site(site_template, tmp_path / "site") as site:
        tokens = communicate(site, "gather", str(YESES), str(PLACES))

        said = Counter(all_yeses(site, tokens))

        assert said == {"": PLACES, str(NoPlacesLeft.sentence): YESES - PLACES}
        assert sorted(site.ask("SELECT status, has_place, count(*) FROM care_referral GROUP BY 1, 2")) == [
            ("accepted", True, PLACES),
            ("asked", False, YESES - PLACES),
        ]
        assert number(site, "SELECT places_left FROM directory_service WHERE places_left IS NOT NULL") == 0
        events = "SELECT count(*) FROM core_event WHERE kind = '{}'"
        effects = {
            "answers": number(site, "SELECT count(*) FROM care_answer"),
            "used links": number(
                site, "SELECT count(*) FROM post_single_purpose_link WHERE used_at IS NOT NULL"
            ),
            "keys": number(site, "SELECT count(*) FROM core_idempotency_key"),
            "yeses": number(site, events.format("care.referral_accepted")),
            "places": number(site, events.format("directory.place_taken")),
            "uses": number(site, events.format("post.link_used")),
        }
        assert effects == dict.fromkeys(effects, PLACES)
        assert number(site, "SELECT count(*) FROM care_referral WHERE answered_at IS NOT NULL") == PLACES
