"""Where a pack is downloaded: the newest under a lasting address, each version under its own digest."""

from django.urls import path

from . import views

app_name = "toolkits"
urlpatterns = [
    path("<slug:slug>/download/", views.download, name="download"),
    path("<slug:slug>/download/<str:sha256>.zip", views.download, name="download_version"),
]
