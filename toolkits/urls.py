"""Where a pack is downloaded: the newest under a lasting address, each file of each version under its own digest."""

from django.urls import path

from . import views

app_name = "toolkits"
urlpatterns = [
    path("files/<str:sha256>/<str:name>", views.file, name="file"),
    path("<slug:slug>/download/", views.download, name="download"),
    path("<slug:slug>/download/<str:sha256>/<str:name>", views.download_version, name="download_version"),
]
