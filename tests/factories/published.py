"""Where published standards and open data lie beside the repository; tests that read them skip elsewhere."""

from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "data"
HSDS_31 = BESIDE / "hsds31-official"
ORUK_PROFILE = BESIDE / "oruk-v3-profile"
ORUK_MOCKS = BESIDE / "oruk-validator-mocks"
OHANA = BESIDE / "smc-ohana"

needs_hsds_31 = pytest.mark.skipif(
    not HSDS_31.is_dir(),
    reason="The published HSDS 3.1 schemas are not here. Put them into ../shared/data/hsds31-official.",
)
needs_oruk_profile = pytest.mark.skipif(
    not ORUK_PROFILE.is_dir(),
    reason="The Open Referral UK profile is not here. Put it into ../shared/data/oruk-v3-profile.",
)
needs_oruk_mocks = pytest.mark.skipif(
    not ORUK_MOCKS.is_dir(),
    reason="The answers of the UK validator are not here. Put them into ../shared/data/oruk-validator-mocks.",
)
needs_ohana = pytest.mark.skipif(
    not OHANA.is_dir(),
    reason="The Ohana listings are not here. Put them into ../shared/data/smc-ohana.",
)
