"""Addresses for one test: a private view that fails with everything a person typed in its hands."""

from django.urls import path


def fail(request):
    words = request.POST["words"]
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(f"could not read {words}") from error


handler500 = "django.views.defaults.server_error"
urlpatterns = [path("my-story/", fail)]
