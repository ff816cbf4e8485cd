"""Every address of the site. Each pattern's rule stands in tests/permissions.py."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, reverse_lazy
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.maps import PagesMap
from home.views import search
from stories.feeds import StoriesFeed, StoriesMap, TopicFeed
from toolkits.finding import PacksMap

CLOSED = (  # doors of allauth that nobody here goes through: they lead to signing in
    "signup/",
    "email/",
    "confirm-email/",
    "confirm-email/<path:rest>",
    "password/set/",
    "login/code/confirm/",
    "reauthenticate/",
    "2fa/reauthenticate/",
    "2fa/webauthn/reauthenticate/",
    "2fa/recovery-codes/download/",
)
urlpatterns = [
    # Wagtail's own password doors lead to the one sign-in there is.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("admin/password_reset/<path:rest>", RedirectView.as_view(url=reverse_lazy("account_reset_password"))),
    path("admin/", include(wagtailadmin_urls)),
    *[path(f"accounts/{door}", RedirectView.as_view(url=reverse_lazy("account_login"))) for door in CLOSED],
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("workflows.people.urls")),
    path("", include("home.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("config.demo.urls"))]
maps = {"pages": PagesMap, "stories": StoriesMap, "packs": PacksMap}
urlpatterns += [path("sitemap.xml", sitemap, {"sitemaps": maps}, name="sitemap")]
urlpatterns += i18n_patterns(
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("search/", search, name="search"),
    path("feed/", StoriesFeed(), name="feed"),
    path("feed/<str:topic>/", TopicFeed(), name="topic_feed"),
    path("", include("workflows.people.care_urls")),
    path("desk/concerns/", include("workflows.safeguarding.urls")),
    path("desk/", include("workflows.review.urls")),
    path("", include("stories.urls")),
    path("packs/", include("toolkits.urls")),
    path("schools/", include("toolkits.taking_part.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "home.errors.bad_request"
handler500 = "home.errors.could_not"
