"""Addresses of the person's own page."""

from django.urls import URLPattern, URLResolver, path

from kith.web.portal import close_pages, my_pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("me/", my_pages.my_page, name="my_page"),
    path("me/close/", close_pages.close_mine, name="close_mine"),
    path("me/card/", my_pages.my_card, name="my_card"),
    path("me/who-looked/", my_pages.who_looked, name="who_looked"),
    path("me/needs/new/", my_pages.add_my_words, name="add_my_words"),
    path("me/requests/<uuid:referral_id>/choose/", my_pages.choose_mine, name="choose_mine"),
    path("me/requests/<uuid:referral_id>/word/", my_pages.say_mine, name="say_mine"),
    path("me/requests/<uuid:referral_id>/stop/", my_pages.stop_mine, name="stop_mine"),
]
