"""The demonstration's addresses."""

from django.urls import path

from . import views

app_name = "demo"
urlpatterns = [
    path("", views.demo, name="demo"),
    path("as/<slug:login>/", views.enter, name="enter"),
    path("start-over/", views.again, name="again"),
]
