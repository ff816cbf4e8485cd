"""Where somebody lands after signing in, leaves everywhere, and gets back in after losing everything."""

from django.urls import path

from . import recoveries, small_team
from .views import arriving

app_name = "people"
urlpatterns = [
    path("start/", arriving.start, name="start"),
    path("sign-out-everywhere/", arriving.leave_everywhere, name="sign_out_everywhere"),
    path("lost-sign-ins/", recoveries.recoveries, name="recoveries"),
    path("lost-sign-ins/<uuid:pk>/confirm/", recoveries.confirm, name="confirm_recovery"),
    path("lost-sign-ins/<uuid:pk>/stop/", recoveries.stop, name="stop_recovery"),
    path("small-team/", small_team.small_team, name="small_team"),
    path("second/<str:token>/", recoveries.second, name="second"),
]
