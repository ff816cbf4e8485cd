"""Wagtail's own settings, each with the reason where one is not plain."""

WAGTAIL_SITE_NAME = "Golden Thread"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # one place to change a password: accounts/
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # nobody moves their own account to another address
WAGTAILUSERS_PASSWORD_ENABLED = False  # nobody chooses another's: a letter leads to choosing one's own

# Finishing publishes what the seal names, or refuses (stock publishes the latest revision, whatever was approved).
WAGTAIL_FINISH_WORKFLOW_ACTION = "workflows.review.finish.finish"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False  # it goes by revision id; our votes and seals go by digest
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = True
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # stock mails carry titles in their subjects
WAGTAILADMIN_COMMENTS_ENABLED = False  # comments would hold words of a story
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # else a live page's untranslated copy goes live at once
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # it sends hashes of staff mail addresses out
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []  # no third-party request from any page
WAGTAILDOCS_EXTENSIONS = ["docx", "mp4", "odp", "odt", "pdf", "pptx", "vtt", "webm", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 60 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]  # no SVG
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAIL_AUTO_CREATE_TAGS = False
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True
WAGTAILIMAGES_IMAGE_MODEL = "home.Picture"
