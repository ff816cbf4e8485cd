"""Where somebody lands after signing in."""

from django.urls import path

from .views import arriving

app_name = "people"
urlpatterns = [path("start/", arriving.start, name="start")]
