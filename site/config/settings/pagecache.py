"""Whole pages kept for readers without a session: how much of them, and which changes no public page shows."""

from .places import env

SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", default=0)  # how long a proxy may show a page unasked; 5 at most
PAGE_CACHE_BYTES = 16_000_000  # in each server process
PAGE_CACHE_UNSEEN = [  # tests/home/test_page_cache_unseen.py reads every public page and finds none of these
    "django_tasks_database.DBTaskResult",
    "mfa.Authenticator",
    "people.Recovery",
    "people.SignInEvent",
    "people.SignInTry",
    "people.CallWish",
    "people.LineMessage",
    "people.PrivateLine",
    "people.TimeGiven",
    "privacy.AccessLog",
    "privacy.Backup",
    "privacy.Letter",
    "privacy.Turn",
    "review.Findings",
    "review.HalfWritten",
    "safeguarding.ConcernEntry",
    "safeguarding.PageReport",
    "sessions.Session",
    "stories.AdultLink",
    "stories.Attempt",
    "stories.Claim",
    "stories.Complaint",
    "stories.Message",
    "stories.Submission",
    "toolkits.DownloadCount",
    "toolkits.Evaluation",
    "toolkits.Preference",
    "toolkits.Proposal",
    "toolkits.SchoolNews",
    "toolkits.Visit",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
]
