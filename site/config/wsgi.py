"""The server's entry point."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()

from home.pagecache.wsgi import PageCache  # noqa: E402  (models load only once Django is set up)
from workflows.privacy.actions import check_before_serving  # noqa: E402

check_before_serving()
application = PageCache(application)
connections.close_all()
