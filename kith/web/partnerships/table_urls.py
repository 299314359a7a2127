"""Addresses of partnerships: who sits at the table and what they do together."""

from django.urls import URLPattern, URLResolver, path

from kith.web.partnerships import goal_pages, held_pages, meeting_pages, partnership_pages, seat_pages

meetings: list[URLPattern | URLResolver] = [
    path("partnerships/<uuid:partnership_id>/meetings/", meeting_pages.plan_meeting, name="plan_meeting"),
    path("partnerships/meetings/<uuid:meeting_id>/", meeting_pages.meeting_page, name="meeting_page"),
    path(
        "partnerships/meetings/<uuid:meeting_id>/change/", meeting_pages.change_meeting, name="change_meeting"
    ),
    path("partnerships/meetings/<uuid:meeting_id>/held/", held_pages.hold_meeting, name="hold_meeting"),
    path(
        "partnerships/meetings/<uuid:meeting_id>/off/",
        meeting_pages.call_off_meeting,
        name="call_off_meeting",
    ),
    path(
        "partnerships/meetings/<uuid:meeting_id>/meeting.ics",
        meeting_pages.meeting_calendar,
        name="meeting_calendar",
    ),
    path("partnerships/done/<uuid:item_id>/", held_pages.close_action_item, name="close_action_item"),
]
goals: list[URLPattern | URLResolver] = [
    path("partnerships/<uuid:partnership_id>/goals/", goal_pages.set_goal, name="set_goal"),
    path("partnerships/goals/<uuid:goal_id>/", goal_pages.change_goal_state, name="change_goal_state"),
    path(
        "partnerships/<uuid:partnership_id>/together/", goal_pages.note_joint_event, name="note_joint_event"
    ),
]
tables: list[URLPattern | URLResolver] = [
    *meetings,
    *goals,
    path("partnerships/", partnership_pages.partnerships_list, name="partnerships_list"),
    path("partnerships/begin/", partnership_pages.begin_partnership, name="begin_partnership"),
    path("partnerships/<uuid:partnership_id>/", partnership_pages.partnership_page, name="partnership_page"),
    path(
        "partnerships/<uuid:partnership_id>/change/",
        partnership_pages.change_partnership,
        name="change_partnership",
    ),
    path("partnerships/<uuid:partnership_id>/seats/", seat_pages.seat_organization, name="seat_organization"),
    path(
        "partnerships/<uuid:partnership_id>/priorities/",
        seat_pages.state_priorities,
        name="state_priorities",
    ),
    path(
        "partnerships/<uuid:partnership_id>/seats/<uuid:organization_id>/away/",
        seat_pages.take_seat_away,
        name="take_seat_away",
    ),
    path("partnerships/<uuid:partnership_id>/leave/", seat_pages.leave_seat, name="leave_seat"),
]
