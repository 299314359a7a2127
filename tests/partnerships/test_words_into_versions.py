"""Agreements from before there were versions keep their words, their digest and their clauses."""

import json
from collections.abc import Iterator, Mapping

import pytest

from tests.factories.site import empty_site

Found = Mapping[str, Mapping[str, object]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    with empty_site(tmp_path_factory.mktemp("old")) as site:
        program = "from tests.partnerships.old_agreements import migrated\nmigrated()"
        answer: Found = json.loads(site.python(program, seconds=900).splitlines()[-1])
        yield answer


def test_each_becomes_the_first_version_in_its_state(found: Found) -> None:
    assert {status: one["state"] for status, one in found.items()} == {
        "draft": "draft",
        "proposed": "offered",
        "in_force": "signed",
        "ended": "signed",
        "thrown_away": "dropped",
    }
    assert {one["number"] for one in found.values()} == {1}


def test_the_digest_that_was_signed_is_the_digest_of_the_kept_text(found: Found) -> None:
    for status in ("proposed", "in_force", "ended", "thrown_away"):
        one = found[status]
        assert one["text_digest"] == one["digest_of_text"] == one["signed_before"]
    assert (found["draft"]["text_digest"], found["draft"]["digest_of_text"]) == ("", "")


def test_words_days_and_the_names_of_the_parties_stay(found: Found) -> None:
    for one in found.values():
        assert one["title"] == "Answering each other – é"
        assert one["days"] == ["2026-01-01", "None", "2027-01-01"]
        assert one["parties"] == ["Clinic", "Mosque"]


def test_promise_and_scope_become_clauses_that_are_read_as_they_are_kept(found: Found) -> None:
    for one in found.values():
        assert one["clauses"] == [
            ["response_promise", 0, {"days": 3, "urgent_hours": None}],
            [
                "data_scope",
                1,
                {
                    "kinds": ["language", "name", "need"],
                    "purposes": ["arrange_help"],
                    "labels_excluded": [],
                    "keep_days": 30,
                },
            ],
        ]
        assert one["is_read"]
