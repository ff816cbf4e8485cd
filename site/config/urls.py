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
from stories.feeds import StoriesFeed, StoriesMap
from toolkits.finding import PacksMap

urlpatterns = [
    # Wagtail's own password doors lead to the one sign-in there is.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("admin/password_reset/<path:rest>", RedirectView.as_view(url=reverse_lazy("account_reset_password"))),
    path("admin/", include(wagtailadmin_urls)),
    path("accounts/", include("allauth.account.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("workflows.people.urls")),
    path("", include("home.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("config.demo.urls"))]
maps = {"pages": PagesMap, "stories": StoriesMap, "packs": PacksMap}
urlpatterns += [path("sitemap.xml", sitemap, {"sitemaps": maps}, name="sitemap")]
urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("feed/", StoriesFeed(), name="feed"),
    path("", include("workflows.people.care_urls")),
    path("desk/concerns/", include("workflows.safeguarding.urls")),
    path("desk/", include("workflows.review.urls")),
    path("", include("stories.urls")),
    path("packs/", include("toolkits.urls")),
    path("", include(wagtail_urls)),
)

handler400 = "home.errors.bad_request"
