"""Where a submission can stand, how its author appears and how they can be reached."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a submission stands before and beside the review."""

    DRAFT = "draft", _("You are writing it")
    SENT = "sent", _("We have it")
    ASKED = "asked", _("We asked you something")
    DECLINED = "declined", _("We won’t publish it")
    ACCEPTED = "accepted", _("It is being read")


UNDECIDED = (State.SENT, State.ASKED)  # sent, and neither accepted nor declined


class Appear(models.TextChoices):
    """How an author appears on the page. Anonymous, with no age, unless they say so."""

    ANONYMOUS = "anonymous", _("With no name")
    CHOSEN = "chosen", _("With a name I choose")


class Reach(models.TextChoices):
    """How an author can be reached safely."""

    TEXT = "text", _("By text")
    EMAIL = "email", _("By email")
    CALL = "call", _("By phone call")
    ADULT = "adult", _("Through an adult I trust, or my school")
    NONE = "none", _("Please don’t contact me")


class Kept(models.TextChoices):
    """The states in which something is kept for a time and then erased."""

    DRAFT = "draft", _("a story that was not sent, since it was last worked on")
    ASKED = "asked", _("a question of ours that was never answered, since it was asked")
    DECLINED = "declined", _("a story we won’t publish, since that was decided")
    ENDED = "ended", _("a story whose yes to publishing has ended, since that day")
    CONCERN = "concern", _("what was written about a worry, since the worry was closed")


class Why(models.TextChoices):
    """Why no new stories are taken."""

    NOT_OPEN = "not-open", _("Sharing is not open yet")
    PAUSED = "paused", _("New stories are paused")
    NOBODY = "nobody", _("Nobody is there to read new stories")


class ContactReason(models.TextChoices):
    """Why safeguarding looks at how an author can be reached; recorded each time."""

    DANGER = "danger", _("Someone may be in danger")
    ASKED = "asked", _("They asked us to be in touch")
    PROMISE = "promise", _("We owe them an answer and they get no email from us")
    CONSENT = "consent", _("An adult’s agreement is needed")


class Brought(models.TextChoices):
    """How a story came that safeguarding brought in for its author."""

    POST = "post", _("By post")
    PHONE = "phone", _("On the phone")
    WORKER = "worker", _("Through somebody they chose, who keeps the ten words for them")
    EARLIER = "earlier", _("An earlier story, from a former site")


class AttachedKind(models.TextChoices):
    """What an author may put beside the words, or tell the story with."""

    PICTURE = "picture", _("Picture")
    SOUND = "sound", _("Sound recording")


class MediaType(models.TextChoices):
    """What a cleaned file is. Whatever came in, it leaves as one of these."""

    WEBP = "image/webp", "WebP"
    MP3 = "audio/mpeg", "MP3"
    MP4 = "audio/mp4", "M4A"
    OGG = "audio/ogg", "Ogg"
    WAV = "audio/wav", "WAV"
