"""What is to be judged, and taking grades in."""

from pathlib import Path

import pytest

from bench.pooling import pooled, taken

ONE, OTHER = "5c06cfef-f279-5fac-be0d-e134e80355b2", "faa82989-3693-5910-9bb1-e8cdf8d204c2"
POOL = frozenset({("q01", ONE), ("q01", OTHER)})
HEADING = "query_id,service_id,grade\n"


def test_what_is_sure_is_in_the_pool_and_the_others_fill_it_in_turn() -> None:
    sure = [f"sure {number}" for number in range(22)]

    assert pooled([sure], [["x", "y"], ["z"]]) == [*sure, "x", "z"]


def test_the_pool_is_not_cut_where_more_is_sure() -> None:
    sure = [f"sure {number}" for number in range(27)]

    assert pooled([sure], [["x"]]) == sure


def test_the_first_eight_signs_of_an_id_are_enough(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text(f"{HEADING}q01,{ONE[:8]},3\n")
    (tmp_path / "2.csv").write_text(f"{HEADING}q01,{OTHER},0\n")

    assert taken(tmp_path, POOL) == {("q01", ONE): 3, ("q01", OTHER): 0}


@pytest.mark.parametrize(
    "lines", [f"q01,{ONE},4\n", f"q01,{ONE},\n", f"q02,{ONE},1\n", f"q01,{ONE},1\nq01,{ONE},1\n"]
)
def test_a_grade_that_cannot_be_right_is_not_taken(tmp_path: Path, lines: str) -> None:
    (tmp_path / "1.csv").write_text(HEADING + lines)

    with pytest.raises(SystemExit, match="Not to be read"):
        taken(tmp_path, POOL)
