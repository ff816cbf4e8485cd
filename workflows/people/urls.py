"""Where somebody lands after signing in."""

from django.urls import path

from . import views

app_name = "people"
urlpatterns = [path("start/", views.start, name="start")]
