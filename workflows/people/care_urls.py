"""The addresses of care: a volunteer's own, beside their desk, and the delivery team's room."""

from django.urls import path

from .views import caring, choosing, hours, team

app_name = "care"
urlpatterns = [
    path("desk/care/", caring.care, name="care"),
    path("desk/care/call/", caring.call, name="call"),
    path("desk/care/no-call/", caring.end_call, name="end_call"),
    path("desk/care/break/", caring.rest, name="rest"),
    path("desk/line/", caring.line, name="line"),
    path("desk/choices/", choosing.choices, name="choices"),
    path("desk/choices/letters/", choosing.letters, name="letters"),
    path("desk/choices/name/", choosing.name, name="name"),
    path("desk/hours/", hours.hours, name="hours"),
    path("desk/hours/file/", hours.as_file, name="hours_file"),
    path("desk/hours/<uuid:pk>/", hours.correct, name="correct"),
    path("desk/hours/<uuid:pk>/remove/", hours.remove, name="remove"),
    path("volunteers/", team.team, name="team"),
    path("volunteers/<int:pk>/no-name/", team.unname, name="unname"),
    path("volunteers/<uuid:case>/", team.answer, name="answer"),
    path("volunteers/<uuid:case>/called/", team.called, name="called"),
]
