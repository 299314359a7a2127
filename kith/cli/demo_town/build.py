"""Builds the whole town in one transaction."""

from django.db import transaction

from kith.cli.demo_town import agreements, listed, living, organizations, people, referrals, tables
from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.town import SYSTEM, Town, quick_hashing
from kith.core import clock
from kith.directory.actions.load_taxonomies import load_taxonomies

FIRST_DAY = -60


@transaction.atomic
def build_town(files: Entry) -> Town:
    """Organisations, logins, agreements, people and referrals, each standing on the ones before.

    Raises what the actions raise: then nothing is kept.
    """
    town = Town(timezone=files.entry("site").text("timezone"))
    with quick_hashing(), clock.at(town.moment(FIRST_DAY)):
        load_taxonomies(SYSTEM)
        organizations.add_organizations(town, files)
        organizations.add_logins(town, files)
        organizations.set_site(town, files)
        organizations.add_services(town, files)
        listed.add_listed(town, files)
        agreements.welcome_partners(town, files)
        agreements.adopt_law(town)
    organizations.confirm_services(town, files)
    listed.confirm_listed(town, files)
    agreements.agree(town, files)
    living.live(town, files)
    tables.sit_together(town, files)
    people.take_people_in(town, files)
    referrals.refer(town, files)
    return town
