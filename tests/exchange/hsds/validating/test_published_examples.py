"""The published examples give no fault; the open listings give only what is truly wrong with them."""

import json
from collections import Counter
from pathlib import Path

import pytest

from kith.exchange.hsds.validating.checking import Wish
from kith.exchange.hsds.validating.finding import Severity
from tests.environment import scaled
from tests.exchange.hsds.validating.checks import TODAY, checked, faults
from tests.factories.directory import REAL_LISTINGS
from tests.factories.published import (
    HSDS_31,
    ORUK_MOCKS,
    ORUK_PROFILE,
    needs_hsds_31,
    needs_oruk_mocks,
    needs_oruk_profile,
)

HSDS_EXAMPLES = sorted((HSDS_31 / "examples").glob("*.json"))
UK_EXAMPLES = sorted((ORUK_PROFILE / "examples").glob("*.json"))
MOCKS = ORUK_MOCKS / "OpenReferralApi" / "Mocks"
needs_listings = pytest.mark.skipif(
    not REAL_LISTINGS.is_dir(),
    reason="The open listings are not here. Put the HAARRRvest CC0 files into ../shared/data/haarrrvest-cc0.",
)


@needs_hsds_31
def test_all_examples_of_the_standard_are_there() -> None:
    assert len([path for path in HSDS_EXAMPLES if path.stem != "base"]) == 12


@pytest.mark.parametrize("path", [*HSDS_EXAMPLES, *UK_EXAMPLES], ids=lambda path: path.stem)
def test_an_example_of_the_standard_or_of_the_uk_profile_has_no_fault(path: Path) -> None:
    assert faults(checked(path)) == []


@needs_hsds_31
def test_the_tables_of_the_standard_have_no_fault_and_the_known_loose_ends() -> None:
    tally = checked(HSDS_31 / "examples" / "csv")

    assert faults(tally) == []
    assert tally.counts[Severity.WARNING, "points-nowhere"] == 10
    assert tally.counts[Severity.WARNING, "capacity-over"] == 1


@needs_oruk_profile
def test_the_tables_of_the_uk_profile_that_stand_there_twice_are_told() -> None:
    tally = checked(ORUK_PROFILE / "examples" / "csv")

    assert tally.counts[Severity.WARNING, "unknown-table"] == 4


@needs_oruk_mocks
@pytest.mark.parametrize(
    "file, kinds",
    [
        ("V3.0-UK-Default/service_full.json", set()),
        ("V3.0-UK-Default/service_list.json", set()),
        ("V3.0-UK-Default/organization_list.json", {"page-size", "page-count", "id-shape", "missing-field"}),
        ("V3.0-UK-Warn/taxonomy_list.json", set()),
        ("V3.0-UK-Warn/taxonomy_term.json", {"missing-field", "web-address-shape"}),
        ("V3.0-UK-Fail/api_details.json", {"root-field"}),
        ("V3.0-UK-Fail/service_full.json", {"email-shape", "web-address-shape"}),
        (
            "V3.0-UK-Fail/service_list.json",
            {
                "page-size",
                "page-total",
                "missing-field",
                "email-shape",
                "web-address-shape",
                "wrong-type",
                "id-twice",
            },
        ),
        ("V3.0-UK-Test/service_list.json", {"page-size", "page-total", "id-twice"}),
    ],
)
def test_the_uk_validators_answers_get_the_verdict_they_were_made_for(file: str, kinds: set[str]) -> None:
    assert {kind for kind, _part, _line, _pointer in faults(checked(MOCKS / file))} >= kinds
    assert bool(faults(checked(MOCKS / file))) is bool(kinds)


@needs_listings
@pytest.mark.heavy
def test_the_open_listings_have_only_the_faults_their_notice_names(tmp_path: Path) -> None:
    lines = (REAL_LISTINGS / "services_full.hsds31.ndjson").read_text("utf-8").splitlines()
    part = lines[:: max(1, round(len(lines) / scaled(len(lines), least=300)))]

    tally = checked(tmp_path / "part.ndjson", "\n".join(part))

    found = Counter(
        {kind: count for (severity, kind), count in tally.counts.items() if severity is Severity.FAULT}
    )
    whole = Counter(
        {"closes-before-it-opens": 35, "empty-text": 20, "phone-without-number": 19, "same-id-differs": 3}
    )
    assert found == whole if len(part) == len(lines) else found <= whole
    assert tally.records == len(part)


@needs_listings
def test_every_messy_record_has_a_fault_and_none_ends_the_check(tmp_path: Path) -> None:
    lines = (REAL_LISTINGS / "llm_hsds_messy_sample.ndjson").read_text("utf-8").splitlines()
    wish = Wish("organization", TODAY, frozenset())

    tallies = [checked(tmp_path / "one.json", json.loads(line)["text"], wish) for line in lines]

    assert len(tallies) == 150
    assert all(map(faults, tallies))
