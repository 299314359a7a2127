"""Net 3: every action and query takes `viewer` first; one public function a file, named like the file."""

import pytest

from tests.architecture.house import in_room_folders, listing, program, source
from tests.architecture.signatures import misnamed, viewerless

GOOD = "def find(viewer: Viewer, *, words: str) -> None: ..."


def test_every_action_and_query_takes_the_viewer_first() -> None:
    files = in_room_folders(program(), "actions", "queries")

    faults = [fault for one in files for fault in viewerless(one)]

    assert not faults, listing(faults)


def test_every_action_and_query_file_offers_one_function_of_its_name() -> None:
    files = in_room_folders(program(), "actions", "queries")

    faults = [fault for one in files for fault in misnamed(one)]

    assert not faults, listing(faults)


@pytest.mark.parametrize(
    "text",
    [
        "def find() -> None: ...",
        "def find(*, viewer: Viewer) -> None: ...",
        "def find(words: str, viewer: Viewer) -> None: ...",
        "def find(viewer: User) -> None: ...",
        "def find(viewer) -> None: ...",
        "def find(viewer: Viewer | None) -> None: ...",
        "def find(viewer: Viewer = NOBODY) -> None: ...",
        "def find(viewer: Viewer, words: str) -> None: ...",
        "def find(viewer: Viewer, **rest: str) -> None: ...",
    ],
)
def test_a_planted_signature_is_found(text: str) -> None:
    assert viewerless(source("kith/care/queries/find.py", text))


def test_a_good_signature_passes() -> None:
    assert not viewerless(source("kith/care/queries/find.py", GOOD))


@pytest.mark.parametrize(
    "text", [f"{GOOD}\ndef other(viewer: Viewer) -> None: ...", GOOD.replace("find", "seek"), "x = 1"]
)
def test_a_planted_second_or_misnamed_function_is_found(text: str) -> None:
    assert misnamed(source("kith/care/queries/find.py", text))


def test_private_helpers_may_stay_beside_their_caller() -> None:
    assert not misnamed(source("kith/care/queries/find.py", f"{GOOD}\ndef _rest() -> None: ..."))
