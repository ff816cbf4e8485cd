"""Where schools take part, and the rooms of those who answer them."""

from django.urls import path

from . import desk, views

app_name = "schools"
urlpatterns = [
    path("news/<slug:slug>/", views.news, name="news"),
    path("news/link/<str:token>/", views.news_link, name="news_link"),
    path("visit/<slug:slug>/", views.visit, name="visit"),
    path("tell/<int:session>/<str:who>/", views.tell, name="tell"),
    path("tell/<int:session>/<str:who>/paper/", views.paper, name="paper"),
    path("thanks/<str:token>/", views.thanks, name="thanks"),
    path("visits/", desk.visits, name="visits"),
    path("visits/<uuid:case>/", desk.visit, name="visit_one"),
    path("said/", desk.said, name="said"),
    path("said/<int:session>/<str:who>/", desk.from_paper, name="from_paper"),
    path("said/proposal/", desk.proposal, name="proposal"),
    path("said/decision/<int:pk>/", desk.decision, name="decision"),
    path("said/rank/", desk.rank, name="rank"),
]
