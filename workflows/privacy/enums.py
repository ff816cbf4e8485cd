"""What a consent may be for, and which letters there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Use(models.TextChoices):
    """One use of a story that its author may say yes to, each apart."""

    HEALTH = "health", _("keep and read what I say about my mental health")
    PUBLISH = "publish", _("publish my story on this site")


class LetterKind(models.TextChoices):
    """The letters; each is a template pair under templates/emails/."""

    STORY_RECEIVED = "story_received"
    QUESTION_ASKED = "question_asked"
    STORY_DECLINED = "story_declined"
    CHANGES_SUGGESTED = "changes_suggested"
    PUBLISHING_SOON = "publishing_soon"
    STORY_PUBLISHED = "story_published"
    PROMISE_MOVED = "promise_moved"
    READING_OFFERED = "reading_offered"
    STORY_SENT = "story_sent"
    CONCERN_RAISED = "concern_raised"
    PROMISE_AT_RISK = "promise_at_risk"
