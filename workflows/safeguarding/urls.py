"""The addresses of the room where a worry is read and its record is kept."""

from django.urls import path

from .views import concern

app_name = "safeguarding"
urlpatterns = [
    path("<uuid:case>/", concern.concern, name="concern"),
    path("<uuid:case>/write/", concern.write, name="write"),
    path("<uuid:case>/worry/", concern.worry, name="worry"),
]
