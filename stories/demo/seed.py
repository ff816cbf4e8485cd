"""Brings the demonstration's stories onto the road, by the very actions a charity would use. Nothing is faked."""

from uuid import UUID

from django.utils import timezone
from wagtail.models import Locale

from home.models import ContentNote, Topic
from stories.actions import accept, record_agreement, take_back
from stories.attaching import attach
from stories.enums import Appear, AttachedKind, Reach
from stories.models import Gone
from stories.sending import keep_code, save_answers, send_story, show_code, start_draft
from stories.sharing import Sharing
from stories.submission import Submission
from workflows.people.enums import Band
from workflows.people.models import User
from workflows.privacy.enums import AT_SENDING
from workflows.privacy.models import ConsentWording
from workflows.review.actions import ask_for_soon, cast_vote, open_reading, publish_due, seal, suggest
from workflows.review.answering import answer_suggestions
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import Answer, SuggestionKind, Verdict
from workflows.review.models import Reading, Suggestion
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy

from .media import made
from .texts import Text, read_texts

ROAD = ("new", "with-champions", "frozen", "suggested", "with-author", "published", "taken-back")
TOPICS = (
    "asking for help",
    "allies",
    "carers",
    "faith & culture",
    "family",
    "friendship",
    "identity",
    "language matters",
    "recovery",
    "rural life",
    "school",
    "sport",
    "work",
)
HEAVY = ("eating", "self-harm")
NOTES = {
    "anxiety": ("anxiety", "It doesn’t describe harm."),
    "depression": ("depression", "It doesn’t describe harm."),
    "eating": ("worries about eating", "No numbers and no details."),
    "panic": ("panic", "It doesn’t describe harm."),
    "parent-illness": ("a parent’s illness", "It doesn’t describe harm."),
    "self-harm": ("self-harm", "No details."),
}


def seed_sharing() -> None:
    """Name somebody to talk to, unless a name stands there already. The number is one that nobody has."""
    nobody = Sharing.objects.filter(contact_name="")
    nobody.update(contact_name="Ishbel", contact_number="0131 496 0000", contact_hours="Monday to Friday, 9am to 5pm")


def seed_lists() -> None:
    """Make the curated topics and the content notes that are missing."""
    for name in TOPICS:
        Topic.objects.get_or_create(name=name)
    for key, (text, detail) in NOTES.items():
        defaults = {"text": text, "detail": detail, "heavy": key in HEAVY}
        ContentNote.objects.get_or_create(key=key, locale=Locale.get_default(), defaults=defaults)


def seed_stories(people: dict[str, User]) -> list[tuple[str, str, str]]:
    """Send every story and take each as far as its file says. Returns (title, state, author code).

    Does nothing when there are stories already.
    """
    if Submission.objects.exists() or Gone.objects.exists():
        return []
    return [_bring(text, people) for text in read_texts()]


def _bring(text: Text, people: dict[str, User]) -> tuple[str, str, str]:
    case, code = _send(text)
    far = ROAD.index(text.state)
    if far >= ROAD.index("with-champions"):
        _accept(text, case, people["ruth"])
    if text.state == "frozen":
        raise_concern(case=case, raised_by=RaisedBy.CHAMPION, person=people["morag"], text="Demonstration of a worry.")
    if far >= ROAD.index("suggested"):
        _read(text, case)
        _prepare(text, case, people["hamish"])
    if far >= ROAD.index("published"):
        _publish(case, people["hamish"])
    if text.state == "taken-back":
        take_back(case=case)
    return text.title, text.state, code


def _send(text: Text) -> tuple[UUID, str]:
    submission = start_draft(band=Band(text.band), language="en")
    case = submission.case
    wordings = {use.value: ConsentWording.objects.get(use=use, language="en", version=1).pk for use in AT_SENDING}
    save_answers(
        case=case,
        headline=text.title,
        words=text.words,
        appear=Appear.CHOSEN if text.byline else Appear.ANONYMOUS,
        byline=text.byline,
        reach=Reach.NONE,
        contact={"adult": {"asked": "other", "by": "call", "who": "An invented adult", "how": "01632 960123"}}
        if text.band == Band.B13_15
        else {},
        ticked=wordings,
    )
    if text.beside:
        kind = AttachedKind(text.beside)
        attach(case=case, kind=kind, cleaned=made(kind), text=text.shows)
    code = show_code(case=case).code
    keep_code(case=case)
    send_story(case=case)
    return case, code


def _accept(text: Text, case: UUID, keeper: User) -> None:
    if text.agreement:
        record_agreement(case=case, person=keeper, text=text.agreement)
    accept(case=case, person=keeper, notes=text.notes, topics=Topic.objects.filter(name__in=text.topics))


def _read(text: Text, case: UUID) -> None:
    page = page_of(case)
    digest = draft_of(page).words_digest()
    for number, reading in enumerate(Reading.objects.filter(case=case).order_by("offered_at")):
        person = reading.champion
        open_reading(reading=reading, person=person)
        verdict = Verdict.FINE
        if text.state == "suggested":
            _suggest(page, person, number)
            verdict = Verdict.FINE_WITH_SUGGESTIONS
        cast_vote(reading=reading, person=person, digest=digest, verdict=verdict)


def _suggest(page, person: User, number: int) -> None:
    """Suggest what a careful reader would: a parent can be recognised, and a hurtful phrase need not be repeated."""
    key, words = page.paragraphs[1 + number]
    if number == 0:
        after = words.replace("is a dentist in Strathorra and she has depression", "has depression")
        reason = "Your mum’s job and town could tell people who she is, and she hasn’t been asked."
        kind = SuggestionKind.MUST
    else:
        after = words.replace("said his cousin’s mum “went mental”", "made fun of his cousin’s mum being ill")
        reason = "Some readers have had this said about them. It is your call: the exact words also show how it felt."
        kind = SuggestionKind.SUGGESTION
    suggest(case=page.case, person=person, paragraph=key, before=words, after=after, reason=reason, kind=kind)


def _prepare(text: Text, case: UUID, editor: User) -> None:
    page = page_of(case)
    draft = draft_of(page)
    draft.notes, draft.pull = sorted(text.notes), text.pull
    draft.clean()
    draft.tags.set(Topic.objects.filter(name__in=text.topics))
    draft.save_revision(user=editor)
    step = step_of(case)
    step.task.specific.on_action(step, editor, "ready")


def _publish(case: UUID, editor: User) -> None:
    digest = draft_of(page_of(case)).words_digest()
    beside = Suggestion.objects.unanswered().filter(case=case)
    answer_suggestions(case=case, digest=digest, answers={row.pk: (Answer.USE, "") for row in beside})
    seal(case=case, digest=draft_of(page_of(case)).digest())
    ask_for_soon(case=case)
    step = step_of(case)
    step.task.specific.on_action(step, editor, "schedule", day=timezone.now())
    publish_due(case=case)
