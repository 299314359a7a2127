"""*Find help* in a real browser: on a phone, with keys only, without scripts, and without a trace."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kith.directory.actions.tag_service import tag_service
from kith.directory.records import ServiceDetails
from kith.directory.terms import Topic
from tests.browser.sweep import WIDTHS, Seen, look_at, note_layout, window
from tests.factories.directory import SYSTEM, a_host, a_place, a_service, own_taxonomies, weekly

pytestmark = pytest.mark.django_db(transaction=True)

ALWAYS = (weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59"),)
DV = "my husband hits me"


def a_town() -> None:
    """Housing advice of several kinds; one is open, step-free and speaks Arabic."""
    a_host()
    own_taxonomies()
    offers = [
        ("Rent advice at the corner", ["ar", "en"], ["culture-steps", "cost-free"], ALWAYS, 0.0),
        ("Rent advice upstairs", ["ar"], ["cost-free"], ALWAYS, 0.01),
        ("Rent advice on Mondays", ["ar"], ["culture-steps"], (), 0.02),
        ("Rent advice in English", ["en"], ["culture-steps"], ALWAYS, 0.03),
    ]
    for name, languages, facts, schedules, east in offers:
        place = a_place(52.95, -1.15 + east)
        details = ServiceDetails(schedules=schedules, places=(place,))
        service_id = a_service(
            name, topics=[Topic.HOUSING], languages=languages, details=details, description="Housing advice."
        )
        tag_service(SYSTEM, service_id=service_id, codes=facts)
    a_service("A safe house", topics=[Topic.SAFETY_AT_HOME], details=ServiceDetails(schedules=ALWAYS))


def names_on(page: Page) -> list[str]:
    """The names on a page of results, once it is there."""
    expect(page.locator(".result-card").first).to_be_visible()
    return page.locator(".result-card h2 a").all_inner_texts()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_open_step_free_arabic_housing_advice_is_found_on_a_phone_in_four_actions(
    chromium: Browser, live_server: LiveServer, scripts: bool
) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=360, scripts=scripts) as context:
        page = context.new_page()
        page.goto(live_server.url + "/find/")
        page.get_by_label("What do you need?").fill("housing advice Arabic")
        page.get_by_label("Open now").check()
        page.get_by_label("No steps").check()
        page.get_by_role("button", name="Search").click()

        assert names_on(page)[0] == "Rent advice at the corner"
        expect(page.get_by_text("1 place has all your words.")).to_be_visible()
        expect(page.locator(".result-card").first.get_by_text(re.compile("^Open"))).to_be_visible()


def test_the_same_by_wishes_in_arabic(chromium: Browser, live_server: LiveServer) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/ar/find/")
        page.get_by_role("button", name="مكان للسكن").click()
        page.locator(".facets summary").click()
        for value in ("now", "culture-steps", "ar"):
            page.locator(f'.facets input[value="{value}"]').check()
        page.get_by_role("button", name="عرض النتائج").click()

        assert names_on(page) == ["Rent advice at the corner"]
        page.locator(".chip").first.click()
        expect(page.locator(".chip")).to_have_count(3)


def test_with_keys_only_one_searches_narrows_and_opens_a_result(
    chromium: Browser, live_server: LiveServer
) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/find/")
        step_to(page, "#words")
        page.keyboard.type("housing")
        page.keyboard.press("Enter")
        page.wait_for_selector(".result-card")
        step_to(page, ".facets summary")
        page.keyboard.press("Enter")
        step_to(page, '.facets input[value="culture-steps"]')
        page.keyboard.press("Space")
        step_to(page, ".facets button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert len(names_on(page)) == 3
        expect(page.get_by_label("What do you need?")).to_have_value("housing")

        step_to(page, ".result-card h2 a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/services/**")


def step_to(page: Page, target: str) -> None:
    """Press Tab until the target has the focus, and see that every stop on the way shows it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
        if page.evaluate("at => document.activeElement.matches(at)", target):
            return
    raise AssertionError(f"80 stops, and none is {target}")


def test_words_of_danger_leave_no_trace_and_show_the_number_first(
    chromium: Browser, live_server: LiveServer
) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/find/")
        page.get_by_label("What do you need?").fill(DV)
        page.get_by_role("button", name="Search").click()
        page.wait_for_load_state()

        call = page.locator("main a[href='tel:999']").bounding_box()
        words = page.get_by_label("What do you need?").bounding_box()
        assert call is not None
        assert words is not None
        assert call["y"] < words["y"]
        expect(page).to_have_url(live_server.url + "/find/")
        expect(page).to_have_title(re.compile("^Find help"))
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        assert "husband" not in kept


def test_the_map_is_behind_a_button_on_phones_and_beside_the_list_on_wide_screens(
    chromium: Browser, live_server: LiveServer
) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/find/?topic=housing&near=Northgate")
        first = page.locator(".result-card").first.bounding_box()
        assert first is not None
        assert first["y"] < 800
        expect(page.locator("svg")).not_to_be_visible()

        page.get_by_role("link", name="Map").click()
        expect(page.locator("svg")).to_be_visible()

        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(live_server.url + "/find/?topic=housing&near=Northgate")
        drawn, listed = page.locator("svg").bounding_box(), page.locator(".results").bounding_box()
        assert drawn is not None
        assert listed is not None
        assert drawn["x"] >= listed["x"] + listed["width"]
        assert drawn["y"] < listed["y"] + 100


@pytest.mark.parametrize("language", ["en", "ar"])
def test_results_hold_at_every_width_also_unfolded(
    chromium: Browser, live_server: LiveServer, language: str
) -> None:
    a_town()
    start = "/find/" if language == "en" else "/ar/find/"
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        faults = look_at(page, live_server.url, start + "?topic=housing&near=Northgate&fact=culture-steps")
        faults += look_at(page, live_server.url, start + "?near=Northgate&topic=food")
        page.goto(live_server.url + start + "?topic=housing&near=Northgate&fact=culture-steps&language=ar")
        for summary in page.locator("main details > summary").all():
            if summary.is_visible():
                summary.click()
        unfolded = Seen()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            note_layout(page, unfolded, width)
        page.set_viewport_size({"width": 320, "height": 800})
        unfolded.note("sideways at 320", page.evaluate("document.documentElement.scrollWidth > 320"))
        faults += unfolded.faults

    assert not faults, "\n".join(faults)


def test_a_list_is_printed_without_what_only_a_screen_needs(
    chromium: Browser, live_server: LiveServer
) -> None:
    a_town()
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        page.goto(live_server.url + "/find/?topic=housing&near=Northgate")
        expect(page.get_by_role("button", name="Print this list")).to_be_visible()
        page.emulate_media(media="print")

        expect(page.locator(".result-card").first).to_be_visible()
        for hidden in (".search-box", ".facets", ".map", ".result-card .buttons"):
            expect(page.locator(hidden).first).not_to_be_visible()
