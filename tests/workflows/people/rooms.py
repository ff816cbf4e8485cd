"""Addresses for one test: the rooms, each with its name."""

from django.urls import include, path

from workflows.people.views.arriving import start

urlpatterns = [
    path("start/", start),
    path("desk/", include(([path("", start, name="desk")], "review"))),
    path("intake/", include(([path("", start, name="intake")], "stories"))),
    path("volunteers/", include(([path("", start, name="team")], "care"))),
    path("admin/", start, name="wagtailadmin_home"),
]
