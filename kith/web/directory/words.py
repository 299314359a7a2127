"""The directory's codes as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.directory.terms import ConfirmedHow, OrganizationKind, PlacesBand, PlacesFor, PlacesUnit, Topic

TOPIC_WORDS: dict[Topic, Promise] = {
    Topic.FOOD: _("Food"),
    Topic.HOUSING: _("Somewhere to live"),
    Topic.TALK: _("Someone to talk to"),
    Topic.MONEY: _("Money and debt"),
    Topic.WORK: _("Work and training"),
    Topic.LEGAL: _("Law and rights"),
    Topic.HEALTH: _("Doctors and health"),
    Topic.FAMILY: _("Children and family"),
    Topic.LEARNING: _("Classes and school"),
    Topic.COMPANY: _("Company and friends"),
    Topic.FAITH: _("Faith"),
    Topic.CRISIS: _("Help in a crisis"),
    Topic.SAFETY_AT_HOME: _("Not safe at home"),
    Topic.ADDICTION: _("Alcohol, drugs, gambling"),
    Topic.SEXUAL_HEALTH: _("Sexual health"),
    Topic.IMMIGRATION: _("New in this country"),
    Topic.LGBT: _("LGBT+"),
}
BAND_WORDS: dict[PlacesBand, Promise] = {
    PlacesBand.PLACES: _("Places free"),
    PlacesBand.FEW: _("Few places"),
    PlacesBand.FULL: _("Full now"),
    PlacesBand.NOT_KNOWN: _("Places not known"),
}
UNIT_WORDS: dict[PlacesUnit, Promise] = {
    PlacesUnit.BEDS: _("Beds"),
    PlacesUnit.ROOMS: _("Rooms"),
    PlacesUnit.PLACES: _("Places"),
    PlacesUnit.VISITS: _("Visits"),
    PlacesUnit.HOURS: _("Hours"),
    PlacesUnit.PACKS: _("Packs"),
}
FOR_WORDS: dict[PlacesFor, Promise] = {
    PlacesFor.ANYONE: _("Anyone"),
    PlacesFor.WOMEN: _("Women"),
    PlacesFor.MEN: _("Men"),
    PlacesFor.FAMILIES: _("Families with children"),
    PlacesFor.YOUNG: _("Young people"),
    PlacesFor.CHILDREN: _("Children"),
    PlacesFor.OLDER: _("Older people"),
    PlacesFor.COUPLES: _("Couples"),
}
BAND_LOOKS: dict[PlacesBand, str] = {
    PlacesBand.PLACES: "ok",
    PlacesBand.FEW: "warn",
    PlacesBand.FULL: "bad",
    PlacesBand.NOT_KNOWN: "",
}
HOW_WORDS: dict[ConfirmedHow, Promise] = {
    ConfirmedHow.BY_THE_SERVICE: _("by the service itself"),
    ConfirmedHow.BY_PHONE: _("by phone"),
    ConfirmedHow.BY_VISIT: _("on a visit"),
    ConfirmedHow.BY_MAIL: _("by mail"),
}
KIND_WORDS: dict[OrganizationKind, Promise] = {
    OrganizationKind.BEHAVIOURAL_HEALTH: _("Mental health service"),
    OrganizationKind.HOUSING: _("Housing"),
    OrganizationKind.EMPLOYMENT: _("Work"),
    OrganizationKind.SCHOOL: _("School"),
    OrganizationKind.FAITH: _("Faith group"),
    OrganizationKind.LEGAL: _("Legal help"),
    OrganizationKind.HEALTH: _("Health"),
    OrganizationKind.PEER: _("Peer group"),
    OrganizationKind.POLICE_CRISIS: _("Crisis team"),
    OrganizationKind.PUBLIC_HEALTH: _("Public health"),
    OrganizationKind.COMMUNITY: _("Community group"),
}
