"""Addresses outside the languages: leaving, and what machines ask for."""

from django.urls import path

from . import health, views

app_name = "home"
urlpatterns = [
    path("leave/", views.leave, name="leave"),
    path("-/live", health.live, name="live"),
    path("-/ready", health.ready, name="ready"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
