"""What every template may use: the site's name and whether this is the demonstration."""

from django.conf import settings


def site_identity(request):
    """Return the site's name, the demonstration mark and the open languages."""
    return {"site_name": settings.SITE_NAME, "is_demo": settings.DEMO}
