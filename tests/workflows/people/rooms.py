"""Addresses for one test: the three rooms, each with its name."""

from django.urls import include, path

from workflows.people.views import start

urlpatterns = [
    path("start/", start),
    path("desk/", include(([path("", start, name="desk")], "review"))),
    path("intake/", include(([path("", start, name="intake")], "stories"))),
    path("admin/", start, name="wagtailadmin_home"),
]
