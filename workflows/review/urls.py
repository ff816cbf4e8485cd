"""The addresses of the champions' desk, and of the page on which staff see who reads what."""

from django.urls import path

from .views import (
    confirming,
    desk,
    history,
    keeping,
    pausing,
    pleading,
    readers,
    reading,
    tidying,
    voting,
    wishes,
    worrying,
)

app_name = "review"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("break/", desk.pause, name="break"),
    path("history/", history.history, name="history"),
    path("pace/", desk.pace, name="pace"),
    path("wishes/", wishes.wishes, name="wishes"),
    path("worry/", worrying.worry, name="worry"),
    path("pause/", pausing.pause_page, name="pause_page"),
    path("worry/thanks/", worrying.worried, name="worried"),
    path("readings/<uuid:pk>/", reading.read, name="reading"),
    path("readings/<uuid:pk>/suggest/", reading.suggest_change, name="suggest"),
    path("readings/<uuid:pk>/spelling/", tidying.spelling, name="spelling"),
    path("readings/<uuid:pk>/keep/", keeping.keep, name="keep"),
    path("readings/<uuid:pk>/vote/", voting.vote, name="vote"),
    path("readings/<uuid:pk>/thanks/", reading.thanks, name="thanks"),
    path("readings/<uuid:pk>/hand-back/", desk.hand_back, name="hand_back"),
    path("readings/<uuid:pk>/i-may-know/", desk.step_away, name="step_away"),
    path("suggestions/<uuid:pk>/remove/", reading.remove_suggestion, name="remove"),
    path("readers/", readers.readers, name="readers"),
    path("readers/learned/<int:pk>/", readers.learned, name="learned"),
    path("readers/<uuid:case>/", readers.one_story, name="one_story"),
    path("readers/<uuid:case>/ask/", readers.place, name="place"),
    path("parts/<uuid:pk>/", pleading.stay, name="stay"),
    path("parts/<uuid:pk>/worry/", worrying.worry_about_part, name="worry_part"),
    path("talks/", pleading.talks, name="talks"),
    path("talks/<uuid:pk>/", pleading.talk, name="talk"),
    path("changes/<uuid:pk>/", confirming.confirm, name="confirm"),
    path("changes/<uuid:pk>/worry/", worrying.worry_about_change, name="worry_change"),
]
