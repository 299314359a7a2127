"""What an interface says of itself at `/`."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step
from kith.exchange.hsds.validating.rules.reaching import host_of, is_web_address

NEEDED = ("version", "profile", "openapi_url")
ADDRESSES = ("profile", "openapi_url")


def is_root(body: Json) -> bool:
    """True for the answer of `/`."""
    return isinstance(body, dict) and "version" in body and "id" not in body and "openapi_url" in body


def is_of_the_uk(root: dict[str, Json]) -> bool:
    """True if the interface says that it follows the profile of Open Referral UK."""
    said = f"{root.get('profile')} {root.get('version')}".lower()
    return "uk-profile" in said or "openreferraluk" in said or "-uk-" in said


def has_own_profile(root: dict[str, Json]) -> bool:
    """True if it names a profile, which may add fields."""
    return isinstance(root.get("profile"), str) and bool(root["profile"])


def root_findings(root: dict[str, Json]) -> Iterator[Finding]:
    """What is wrong with the answer of `/`."""
    for name in NEEDED:
        value = root.get(name)
        if not isinstance(value, str) or not value.strip():
            what = _("“%(name)s” is missing.") % {"name": name}
            mend = _("Add it: other programs read here what they will get.")
            yield Finding(Severity.FAULT, "root-field", step(name), what, mend)
        elif name in ADDRESSES and not is_web_address(value):
            what = _("“%(value)s” is not in the right form.") % {"value": shown(value)}
            mend = _("Write the whole web address, like https://example.org/page.")
            severity = Severity.WARNING if host_of(value) else Severity.FAULT
            yield Finding(severity, "root-field", step(name), what, mend)
    if isinstance(version := root.get("version"), str) and not any(sign == "3" for sign in version):
        what = _("The version is %(version)s; this check knows HSDS 3.") % {"version": shown(version)}
        yield Finding(Severity.WARNING, "other-version", step("version"), what, _("Offer HSDS 3 as well."))
