"""People and stories for tests: nothing random, nothing hidden."""

import datetime
import itertools
import uuid
from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale

from stories.actions import accept
from stories.attachments import Attachment
from stories.bringing import bring_story
from stories.enums import Appear, AttachedKind, Brought, MediaType, Reach, State
from stories.files import Cleaned
from stories.models import StoriesIndexPage, StoryPage, as_body, new_slug
from stories.submission import Submission
from workflows.people.enums import Band, Role, Training
from workflows.people.models import AgeMark, Champion, Qualification, User
from workflows.privacy.actions import give_consent
from workflows.privacy.casekeys import mint_key
from workflows.privacy.enums import AT_SENDING, Use
from workflows.privacy.models import ConsentWording
from workflows.review.actions import cast_vote, suggest
from workflows.review.additions import propose_additions
from workflows.review.answering import answer_suggestions, check_own_words
from workflows.review.cases import draft_of, page_of, step_of
from workflows.review.enums import HEADLINE, Answer, SuggestionKind, Verdict
from workflows.review.models import Plea, Reading, Seal, Suggestion
from workflows.review.pleading import ask_to_keep

_numbers = itertools.count(1)
PUBLIC_WORDS = ("Before every match I counted.", "She asked again.")
BESIDE = {AttachedKind.PICTURE: "author_picture", AttachedKind.SOUND: "sound"}
WORDS = "The bus was late.\n\nMy coach at Kilbrannoch club never asked.\n\nThen my friend asked twice."


def make_person(role: Role | None = None, *, pvg: bool = True, name: str = "", **fields) -> User:
    """Make somebody of a role, with PVG seen unless told otherwise; champions are trained, and their readings count."""
    number = next(_numbers)
    person = User.objects.create_user(
        f"person{number}@example.org", "a long password", first_name=name or f"Person{number}", **fields
    )
    if role:
        person.groups.add(Group.objects.get(name=role.value))
    if pvg:
        qualify(person, Training.PVG)
    if role == Role.CHAMPION:
        Champion.objects.create(person=person, learning=False)
        qualify(person, Training.CHAMPION)
    return person


def qualify(person: User, kind: Training, *, days: int = 365) -> Qualification:
    """Mark a qualification that runs out in so many days."""
    until = timezone.localdate() + datetime.timedelta(days=days)
    return Qualification.objects.create(person=person, kind=kind, valid_until=until)


def make_wording(use: Use, *, language: str = "en", version: int = 1) -> ConsentWording:
    """Return an approved wording of a use, made if it is not there."""
    found = ConsentWording.objects.filter(use=use, language=language, version=version).first()
    text = f"I agree: {use.label} ({language}, {version})."
    return found or ConsentWording.objects.create(
        use=use, language=language, version=version, text=text, ending="It ends at once.", approved_at=timezone.now()
    )


def make_submission(
    *, band: Band = Band.B16_17, state: State = State.SENT, words: str = WORDS, headline: str = "The bus stop question"
) -> Submission:
    """Make a submission as sending leaves it: key, age mark, both consents, a code's hash."""
    case = uuid.uuid4()
    mint_key(case)
    AgeMark.objects.create(case=case, band=band)
    for use in AT_SENDING:
        give_consent(case=case, use=use, wording=make_wording(use))
    return Submission.objects.create(
        case=case,
        state=state,
        band=band,
        language="en",
        appear=Appear.ANONYMOUS,
        reach=Reach.EMAIL,
        contact={"value": "author@example.org"},
        headline=headline,
        words=words,
        code_hash=f"test-{case}",
        sent_at=timezone.now(),
        due_on=timezone.localdate() + datetime.timedelta(days=10),
    )


def make_brought_story(*, person: User | None = None, band: Band = Band.ADULT, **changed) -> Submission:
    """Make a story that safeguarding brought in from paper, its ten words not handed over yet."""
    wordings = {use.value: ConsentWording.objects.get(use=use, language="en", version=1).pk for use in AT_SENDING}
    answers = {
        "case": uuid.uuid4(),
        "how": Brought.POST,
        "band": band,
        "language": "en",
        "headline": "A letter",
        "words": WORDS,
        "appear": Appear.ANONYMOUS,
        "byline": "",
        "reach": Reach.NONE,
        "contact": {},
        "paper_on": timezone.localdate() - datetime.timedelta(days=9),
        "paper_ends_on": None,
        "ticked": wordings,
    }
    return bring_story(person=person or make_person(Role.SAFEGUARDING), **answers | changed)


def make_attachment(case: UUID, kind: AttachedKind = AttachedKind.PICTURE, **fields) -> Attachment:
    """Put a picture or a recording beside a case's words, as cleaning leaves it; told in words already."""
    known = {
        AttachedKind.PICTURE: {"media_type": MediaType.WEBP, "content": b"a picture", "width": 640, "height": 400},
        AttachedKind.SOUND: {"media_type": MediaType.OGG, "content": b"a recording", "seconds": 95},
    }
    return Attachment.objects.create(case=case, kind=kind, **{"text": "A red kite."} | known[kind] | fields)


def make_cleaned(content: bytes, kind: AttachedKind = AttachedKind.PICTURE) -> Cleaned:
    """Return what cleaning leaves of a file somebody chose."""
    if kind == AttachedKind.PICTURE:
        return Cleaned(content=content, media_type=MediaType.WEBP, width=640, height=400)
    return Cleaned(content=content, media_type=MediaType.OGG, seconds=95)


def make_public_story(
    *, headline: str = "Goalkeeper gloves", band: Band = Band.ADULT, beside: Iterable = (), **fields
) -> StoryPage:
    """Make a story that the world may read: sealed and live, with its case behind it."""
    submission = make_submission(band=band, state=State.ACCEPTED, words="", headline="")
    index = StoriesIndexPage.objects.get(locale=Locale.get_default())
    slug = new_slug()
    page = StoryPage(
        title=f"Story {slug}",
        slug=slug,
        translation_key=submission.case,
        headline=headline,
        body=fields.pop("body", "") or as_body({str(uuid.uuid4()): text for text in PUBLIC_WORDS}),
        live=False,
        locale=index.locale,
        **{BESIDE[kind]: make_attachment(submission.case, kind) for kind in beside},
        **fields,
    )
    index.add_child(instance=page)
    Seal.objects.create(case=page.case, locale=page.locale, digest=page.digest())
    page.save_revision().publish(skip_permission_checks=True)
    return StoryPage.objects.get(pk=page.pk)


def make_story_with_author(
    *suggestions: tuple, words: str = WORDS, band: Band = Band.ADULT, until: str = "", beside: Iterable = ()
) -> UUID:
    """Bring a story to its author, or only as far as `until="prepare"`: accepted, read by two champions, prepared.

    A suggestion is (number of the paragraph or HEADLINE, new words, reason, kind); the first champion makes them all.
    `beside` names what its author attached.
    """
    case = make_submission(band=band, words=words).case
    for kind in beside:
        make_attachment(case, kind)
    return bring_to_author(case, *suggestions, until=until)


def bring_to_author(case: UUID, *suggestions: tuple, until: str = "") -> UUID:
    """Let people made for it accept a story that was sent, read it, suggest, and prepare it: all but its author."""
    keeper, editor = make_person(Role.SAFEGUARDING), make_person(Role.EDITOR)
    for _number in range(2):
        make_person(Role.CHAMPION)
    page = accept(case=case, person=keeper)
    champions = [reading.champion for reading in Reading.objects.filter(case=case)]
    for place, after, reason, kind in suggestions:
        key, before = (HEADLINE, page.headline) if place == HEADLINE else page.paragraphs[place]
        suggest(case=case, person=champions[0], paragraph=key, before=before, after=after, reason=reason, kind=kind)
    for reading in Reading.objects.filter(case=case):
        suggested = suggestions and reading.champion == champions[0]
        verdict = Verdict.FINE_WITH_SUGGESTIONS if suggested else Verdict.FINE
        cast_vote(reading=reading, person=reading.champion, digest=page.words_digest(), verdict=verdict)
    if until != "prepare":
        step = step_of(case)
        step.task.specific.on_action(step, editor, "ready")
    return case


def make_story_being_read(
    *, champions: int = 2, band: Band = Band.B16_17, beside: Iterable = (), **fields
) -> StoryPage:
    """Make a story that so many champions, made for it, have before them."""
    for _number in range(champions):
        make_person(Role.CHAMPION)
    case = make_submission(band=band, **fields).case
    for kind in beside:
        make_attachment(case, kind)
    return accept(case=case, person=make_person(Role.SAFEGUARDING))


def keep_additions(case: UUID) -> None:
    """Let the author keep everything that stands beside the words, as if it had been there when the page came."""
    step = step_of(case)
    propose_additions(step=step)
    asked = Suggestion.objects.of_round(step).unanswered().filter(kind=SuggestionKind.ADDED)
    answers = {row.pk: (Answer.USE, "") for row in asked}
    answer_suggestions(case=case, digest=draft_of(page_of(case)).words_digest(), answers=answers)


def make_plea(case: UUID | None = None) -> Plea:
    """Let an author ask to keep the one part of which a champion said that it can't be published as it is."""
    case = case or make_story_with_author((1, "", "It names a club.", SuggestionKind.MUST))
    must = Suggestion.objects.get(case=case, kind=SuggestionKind.MUST)
    return ask_to_keep(case=case, digest=draft_of(page_of(case)).words_digest(), suggestion=must.pk)


def make_own_words(case: UUID, *, text: str = "Nobody at my club asked.", checked: bool = True) -> Suggestion:
    """Make an answer in the author's own new words to an editor's suggestion, checked by safeguarding or not yet."""
    draft = draft_of(page_of(case))
    key, before = draft.paragraphs[1]
    suggestion = Suggestion.objects.create(
        case=case, paragraph=key, before=before, after="My coach never asked.", reason="It names a club."
    )
    answers = {suggestion.pk: (Answer.OWN, text)}
    answer_suggestions(case=case, digest=draft.words_digest(), answers=answers)
    if checked:
        check_own_words(suggestion=suggestion, person=make_person(Role.SAFEGUARDING))
    suggestion.refresh_from_db()
    return suggestion
