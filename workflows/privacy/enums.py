"""What a consent may be for, and which letters there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Use(models.TextChoices):
    """One use of a story that its author may say yes to, each apart."""

    HEALTH = "health", _("keep and read what I say about my mental health")
    PUBLISH = "publish", _("publish my story on this site")
    PACK = "pack", _("use my story in a pack for schools")
    SOCIAL = "social", _("show my story on our social media")
    PRESS = "press", _("show my story to newspapers, radio and TV")
    TRAINING = "training", _("use my story to train volunteers and staff")
    TRANSLATION = "translation", _("translate my story")
    DETAILS = "details", _("say on my page how many changes were suggested")


AT_SENDING = (Use.HEALTH, Use.PUBLISH)  # asked before a story is sent, each with its own box
LATER = tuple(use for use in Use if use not in AT_SENDING)  # asked in my story, each on a switch of its own


class LawfulBasis(models.TextChoices):
    """On what ground we may hold something: UK GDPR, article 6."""

    CONSENT = "consent", _("consent")
    LEGAL = "legal", _("a legal duty")
    VITAL = "vital", _("to protect a life")
    PUBLIC = "public", _("a task in the public interest")
    LEGITIMATE = "legitimate", _("our legitimate interests")


class Condition(models.TextChoices):
    """On what further ground we may hold data about health: UK GDPR, article 9."""

    EXPLICIT = "explicit", _("explicit consent")
    SAFEGUARDING = "safeguarding", _("safeguarding of children and of adults at risk")
    VITAL = "vital", _("to protect a life")


class LetterKind(models.TextChoices):
    """The letters; each is a template pair under templates/emails/."""

    STORY_RECEIVED = "story_received"
    QUESTION_ASKED = "question_asked"
    STORY_DECLINED = "story_declined"
    CHANGES_SUGGESTED = "changes_suggested"
    PUBLISHING_SOON = "publishing_soon"
    STORY_PUBLISHED = "story_published"
    PROMISE_MOVED = "promise_moved"
    NEW_WORDS_ASKED = "new_words_asked"
    READING_SUMMARY = "reading_summary"
    READING_REMINDER = "reading_reminder"
    READING_PASSED_ON = "reading_passed_on"
    STORY_SENT = "story_sent"
    CONCERN_RAISED = "concern_raised"
    PROMISE_AT_RISK = "promise_at_risk"
    CONSENT_ENDING = "consent_ending"
    CONSENT_ENDED = "consent_ended"
    WORDS_LOST = "words_lost"
    ADULT_ASKED = "adult_asked"
    COMPLAINT_MADE = "complaint_made"
    COMPLAINT_ACKNOWLEDGED = "complaint_acknowledged"
    LINE_ASKED = "line_asked"
    LINE_DUE = "line_due"
    LINE_LATE = "line_late"
    LINE_ANSWERED = "line_answered"
    CONCERN_UNOPENED = "concern_unopened"
    ROTA_GAP = "rota_gap"
    PAGE_REPORTED = "page_reported"
    REPORT_READ = "report_read"
    MANY_READS = "many_reads"
    INVITED = "invited"
    NEW_PASSWORD = "new_password"  # noqa: S105  (the name of a letter)
    SIGNING_IN_CHANGED = "signing_in_changed"
    RECOVERY_STARTED = "recovery_started"
    RECOVERY_SECOND = "recovery_second"
    RECOVERED = "recovered"
    NEWS_ASKED = "news_asked"
    PACK_RELEASED = "pack_released"
    VISIT_ASKED = "visit_asked"
    VISIT_RECEIVED = "visit_received"
