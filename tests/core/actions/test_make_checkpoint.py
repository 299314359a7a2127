import json
from pathlib import Path

import pytest
from django.conf import settings

from kith.core.actions.make_checkpoint import make_checkpoint
from kith.core.checkpoints import read_checkpoint
from kith.core.errors import BadInput, Denied
from kith.core.models import EventSeal
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, staff, thing_done

pytestmark = pytest.mark.django_db


def test_a_checkpoint_names_the_last_seal_and_reads_back(tmp_path: Path) -> None:
    thing_done()
    thing_done()

    made = make_checkpoint(SYSTEM, to=tmp_path / "one")

    last = EventSeal.objects.get(seq=2)
    assert (made.seq, made.count, made.hash) == (2, 2, last.hash)
    assert read_checkpoint((tmp_path / "one").read_text()) == made


def test_without_a_place_it_goes_to_its_own_folder_once_for_each_seal() -> None:
    thing_done()

    make_checkpoint(SYSTEM, to=None)
    make_checkpoint(SYSTEM, to=None)

    folder = Path(settings.KITH_DATA_DIR) / "checkpoints"
    assert len(list(folder.glob("*001.json"))) == 1


def test_only_the_system_signs(tmp_path: Path) -> None:
    with pytest.raises(Denied):
        make_checkpoint(staff(Role.ADMIN), to=tmp_path / "one")
    assert not (tmp_path / "one").exists()


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "{", json.dumps({"seq": "x", "hash": "y"})])
def test_another_file_is_no_checkpoint(text: str) -> None:
    with pytest.raises(BadInput, match="not a Kith checkpoint"):
        read_checkpoint(text)
