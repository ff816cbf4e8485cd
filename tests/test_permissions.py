"""Every address of the site, tried by every role in every state: what happens is what the matrix says."""

import re
import time
import uuid

import pytest
from django.core import signing
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from home.models import Topic
from stories.actions import take_back
from stories.agreeing import make_adult_link
from stories.attached import PICTURE
from stories.claims import make_claim
from stories.complaining import complain
from stories.enums import AttachedKind, State
from stories.models import AdultLink, StoryPage
from stories.swapping import swap
from toolkits.demo import seed as packs
from toolkits.models import PackPage, PackRelease, Resource, SchoolNews, SessionPage
from toolkits.taking_part.enums import Who
from toolkits.taking_part.evaluating import evaluate
from toolkits.taking_part.news import ask_for_news, token_of
from toolkits.taking_part.proposing import propose
from toolkits.taking_part.views import SALT
from toolkits.taking_part.visiting import ask_for_visit
from workflows.people.confiding import write_on_line
from workflows.people.demo import seed_people
from workflows.people.enums import Band, Role, TimeKind
from workflows.people.models import Recovery
from workflows.people.timekeeping import note_time
from workflows.review.actions import suggest
from workflows.review.answering import check_own_words
from workflows.review.cases import page_of
from workflows.review.enums import HEADLINE
from workflows.review.models import Plea, PleaReader, Reading, Suggestion
from workflows.review.pleading import pass_plea_on
from workflows.safeguarding.actions import raise_concern
from workflows.safeguarding.enums import RaisedBy, Wrong
from workflows.safeguarding.reporting import report_page

from .factories import (
    make_attachment,
    make_brought_story,
    make_cleaned,
    make_own_words,
    make_person,
    make_plea,
    make_public_story,
    make_story_being_read,
    make_story_with_author,
    make_submission,
)
from .headers import weak
from .permissions import (
    ABSENT,
    ADMINISTRATOR,
    AUTHOR,
    CHAMPION,
    DELIVERY,
    DOOR,
    DOORS,
    EVERYONE,
    FROZEN,
    GONE,
    MOVED,
    NO,
    OPEN_IN_ADMIN,
    OTHER,
    OWN,
    ROWS,
    SAFEGUARDING,
    SIGN_IN,
    STAFF,
    SUPERUSER,
    TAKEN,
    VISITOR,
    YES,
)  # fmt: skip

pytestmark = pytest.mark.django_db
STATUS = {200: YES, 403: NO, 404: ABSENT, 410: GONE, 409: MOVED, 400: MOVED}


def patterns(resolver=None, path="", space=""):
    """Yield (path, qualified name) of every address in the URLconf."""
    for found in (resolver or get_resolver()).url_patterns:
        here = path + str(found.pattern)
        if isinstance(found, URLPattern):
            yield here, f"{space}{found.name}"
        else:
            yield from patterns(found, here, f"{space}{found.namespace}:" if found.namespace else space)


def test_every_address_has_a_row():
    known = {name for path, name in patterns() if not path.startswith(tuple(DOORS)) or name in ROWS}
    assert known == set(ROWS)


def outcome(response) -> str:
    """Return what somebody meets, in the matrix's words."""
    if response.status_code != 302:
        return STATUS.get(response.status_code, str(response.status_code))
    to = response.headers["Location"]
    in_admin = response.request["PATH_INFO"].startswith("/admin/")
    if to.startswith(("/accounts/login/", "/admin/login/")) or (in_admin and to == "/admin/"):
        return SIGN_IN
    return DOOR if to == reverse("stories:door") else MOVED


class World:
    """One person of each role, and one of every thing an address can name, in every state it can be in."""

    def __init__(self):
        seed_people("a long password")
        packs.seed_packs()
        self.weak: set = set()  # answers whose headers are no A+
        self.people = {role.value: make_person(role) for role in Role} | {SUPERUSER: make_person(is_superuser=True)}
        self.keys = {role: self._signed_in(role) for role in STAFF}
        release = PackRelease.objects.current().first()
        pack = {"slug": release.pack.slug}
        self.things = {
            "": {"": {}},
            "login": {"": {"login": "ruth"}},
            "second": {"": {"token": "made-up"}},
            "recovery": {
                OWN: {"pk": self._recovery(by=make_person(Role.ADMINISTRATOR))},
                OTHER: {"pk": self._recovery(by=self.people[ADMINISTRATOR])},
            },
            "pack": {"": pack},
            "topic": {"": {"topic": Topic.objects.get_or_create(name="sport", slug="sport")[0].slug}},
            "release": {"": pack | {"sha256": release.sha256, "name": release.file_name}},
            "lesson file": {"": self._lesson_file()},
            **self._schools(),
            "session": in_each_state(self._answerable, lambda thing: thing["case"]),
            "story": in_each_state(self._public, lambda thing: thing["page"].case)
            | {OTHER: {"page": self._read_one()}},
            "adult": in_each_state(
                self._adult_link, lambda thing: AdultLink.objects.behind(**thing).get().submission_id
            ),
            "brought": in_each_state(lambda: {"case": make_brought_story().case}, lambda thing: thing["case"])
            | {OTHER: {"case": make_submission().case}},
            "page": in_each_state(lambda: {"page_id": page_of(self._prepared()).pk}, self._case_of),
            "reading": in_each_state(self._reading, lambda thing: Reading.objects.get(**thing).case)
            | {OTHER: {"pk": self._anothers(self._read_one().case).pk}},
            "suggestion": in_each_state(self._suggestion, lambda thing: Suggestion.objects.get(**thing).case)
            | {OTHER: self._suggestion(by_other=True)},
            "change": in_each_state(self._own_words, lambda thing: Suggestion.objects.get(**thing).case)
            | {OTHER: self._suggested_by_the_champion()},
            "part": in_each_state(self._part_to_keep, lambda thing: PleaReader.objects.get(**thing).case)
            | {OTHER: self._part_to_keep(by_other=True)},
            "talk": in_each_state(self._talk, lambda thing: Plea.objects.get(**thing).case),
            "words": in_each_state(lambda: self._own_words(checked=False), lambda t: Suggestion.objects.get(**t).case),
            "new file": in_each_state(self._new_file, lambda thing: Suggestion.objects.get(**thing).case),
            "changed file": in_each_state(
                lambda: self._new_file(checked=True), lambda thing: Suggestion.objects.get(**thing).case
            ),
            "claim": {OWN: {"pk": make_claim(remembered="A bus stop.", contact={"value": "01632 960111"}).pk}},
            "case": in_each_state(self._sent, lambda thing: thing["case"])
            | {OTHER: {"case": make_submission(state=State.DRAFT).case}},
        }
        self.things["complaint"] = {
            OWN: {"case": complain(text="You kept it.", address="", language="en").case},
            OTHER: {"case": uuid.uuid4()},
        }
        said = {"page": "/en/", "wrong": Wrong.OTHER, "text": "", "address": "", "language": "en"}
        self.things["report"] = {OWN: {"case": report_page(**said).case}, OTHER: {"case": uuid.uuid4()}}
        self.things["attached"] = self._attached()
        self.things["read"] = in_each_state(lambda: {"case": self._read_one().case}, lambda thing: thing["case"])
        self.things["read"][OTHER] = {"case": self._prepared()}
        self.things["learner"] = {OWN: {"pk": make_person(Role.CHAMPION).champion.pk}}
        self.things["volunteer"] = {OWN: {"pk": self.people[CHAMPION].pk}, OTHER: {"pk": self.people[DELIVERY].pk}}
        self.things["time"] = {OWN: self._time(self.people[CHAMPION]), OTHER: self._time(make_person(Role.CHAMPION))}
        self.things["line"] = {OWN: self._line(make_person(Role.CHAMPION)), OTHER: self._line(self.people[DELIVERY])}
        self.things["prepared"] = {
            state: {"pk": thing["page_id"], "paragraph": HEADLINE} for state, thing in self.things["page"].items()
        }

    def _schools(self):
        lesson = SessionPage.objects.teachable().first()
        pack = PackPage.objects.ancestor_of(lesson).first()
        ask_for_news(pack=pack, address="school@example.org", language="en", network="x")
        told = {"school": "A", "contact": "B", "address": "b@example.org", "dates": "May", "sessions": [lesson]}
        visit = ask_for_visit(pack=pack, language="en", **told)
        answer = evaluate(session=lesson, who=Who.PUPIL, scales={"clear": 5}, change="")
        return {
            "news": {"": {"token": token_of(SchoolNews.objects.get().case)}},
            "visit": {"": {"case": visit.case}},
            "lesson": {"": {"session": lesson.pk, "who": "pupil"}},
            "answer": {"": {"token": signing.dumps(answer.pk, salt=SALT)}},
            "proposal": {"": {"pk": propose(pack=pack, session=lesson, said="Shorter.", people=7).pk}},
        }

    def _lesson_file(self):
        one = Resource.objects.select_related("document__facts").first()
        return {"sha256": one.document.facts.sha256, "name": one.document.filename}

    def _signed_in(self, role):
        client = Client()
        client.force_login(self.people[role])
        return client.cookies["sessionid"].value

    def _recovery(self, by):
        return Recovery.objects.create(person=make_person(Role.CHAMPION), started_by=by).pk

    def _answerable(self):
        asked = (1, "My coach never asked.", "It names a club.", "suggestion")
        return {"case": make_story_with_author(asked, beside=AttachedKind)}

    def _time(self, person):
        given = note_time(person=person, day=timezone.localdate(), kind=TimeKind.MEETING, minutes=30)
        return {"pk": given.pk}

    def _line(self, person):
        return {"case": write_on_line(person=person, text="It was a lot.") and person.private_line.case}

    def _adult_link(self):
        return {"token": make_adult_link(case=make_submission(band=Band.B13_15).case).token}

    def _prepared(self):
        return make_story_with_author(until="prepare", beside=AttachedKind)

    def _attached(self):
        def public():
            return make_public_story(beside=[AttachedKind.PICTURE])

        pages = in_each_state(public, lambda page: page.case) | {OTHER: page_of(self._prepared())}
        keys = {state: page.author_picture_id for state, page in pages.items()}
        return {state: {"slug": page.slug, "pk": keys[state]} for state, page in pages.items()}

    def _sent(self):
        submission = make_submission()
        for kind in AttachedKind:
            make_attachment(submission.case, kind, text_by=self.people[SAFEGUARDING])
        return {"case": submission.case}

    def _case_of(self, thing):
        return StoryPage.objects.get(pk=thing["page_id"]).case

    def _public(self):
        return {"page": make_public_story()}

    def _read_one(self):
        return make_story_being_read(beside=AttachedKind)

    def _anothers(self, case):
        """Return a reading of the case that is not before our champion, whom chance may have chosen too."""
        return Reading.objects.filter(case=case).exclude(champion=self.people[CHAMPION]).first()

    def _reading(self):
        case, champion = self._read_one().case, self.people[CHAMPION]
        mine = Reading.objects.filter(case=case, champion=champion).first() or self._anothers(case)
        Reading._base_manager.filter(pk=mine.pk).update(champion=champion)
        return {"pk": mine.pk}

    def _suggestion(self, *, by_other=False):
        reading = Reading.objects.get(**self._reading())
        if by_other:
            reading = Reading.objects.filter(case=reading.case).exclude(pk=reading.pk).get()
        page = page_of(reading.case)
        key, before = page.paragraphs[1]
        made = suggest(
            case=page.case, person=reading.champion, paragraph=key, before=before, after="Other.", reason="Why."
        )
        return {"pk": made.pk}

    def _own_words(self, *, checked=True):
        return {"pk": make_own_words(self._answerable()["case"], checked=checked).pk}

    def _part_to_keep(self, *, by_other=False):
        asked = make_plea().readers.first()
        if not by_other:
            PleaReader.objects.filter(pk=asked.pk).update(reader=self.people[CHAMPION])
        return {"pk": asked.pk}

    def _talk(self):
        plea = make_plea()
        pass_plea_on(plea)
        return {"pk": plea.pk}

    def _new_file(self, *, checked=False):
        case = self._answerable()["case"]
        swap(case=case, kind=AttachedKind.PICTURE, cleaned=make_cleaned(b"another picture"), text="A blue kite.")
        row = Suggestion.objects.get(case=case, paragraph=PICTURE)
        if checked:
            check_own_words(suggestion=row, person=self.people[SAFEGUARDING])
        return {"pk": row.pk}

    def _suggested_by_the_champion(self):
        thing = self._own_words()
        Suggestion._base_manager.filter(**thing).update(made_by=self.people[CHAMPION])
        return thing

    def ask(self, row, role, thing, address):
        """Return what a role meets at an address; nothing it does there lasts."""
        response = self.send(row, role, thing, lambda client: getattr(client, row.method)(address))
        self.weak |= {(address, *weak(response))} if weak(response) else set()
        return outcome(response)

    def send(self, row, role, thing, send):
        """Return the answer to what a role sends with its browser; nothing it does lasts."""
        client = Client()
        if role in self.keys:
            client.cookies["sessionid"] = self.keys[role]
        if role == AUTHOR and row.about == "session":
            session = client.session
            session.update({"case": str(thing["case"]), "seen": time.time()})
            session.save()
        block = transaction.atomic()
        block._from_testcase = True  # the actions open their own outermost transaction inside
        with block:
            response = send(client)
            list(response.streaming_content) if response.streaming else None
            transaction.set_rollback(True)
        return response


def in_each_state(make, case_of) -> dict[str, dict]:
    """Return three of a thing: as it is, frozen, and taken back by its author."""
    things = {state: make() for state in (OWN, FROZEN, TAKEN)}
    raise_concern(case=case_of(things[FROZEN]), raised_by=RaisedBy.STAFF)
    take_back(case=case_of(things[TAKEN]))
    return things


def address_of(name, row, thing) -> str:
    if row.about == "story":
        return thing["page"].get_url()
    args = {} if row.about == "session" else thing
    return reverse(name, kwargs=args)


def met(world):
    """Yield (address, role, state, what the matrix says, what happens) for every row."""
    for name, row in ROWS.items():
        for state, inside in row.states.items():
            thing = world.things[row.about][state]
            for role in EVERYONE:
                nobody = role == VISITOR or (role == AUTHOR and row.about != "session")
                said = inside if role in row.who else row.visitors if nobody else row.others
                yield name, role, state, said, world.ask(row, role, thing, address_of(name, row, thing))


def test_everyone_meets_what_the_matrix_says(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT, settings.DEMO_RECORD = tmp_path, tmp_path / "demo.json"
    monkeypatch.setattr("config.demo.views.start_over", dict)
    monkeypatch.setattr(packs, "SESSIONS", {"s3-s4": packs.SESSIONS["s3-s4"]})  # one part will do
    world = World()
    wrong = [
        f"{name} · {role} · {state}: {said} in the matrix, {happens} on the site"
        for name, role, state, said, happens in met(world)
        if said != happens
    ]
    assert (wrong, world.weak) == ([], set())


def sample(path: str) -> str:
    """Return an address for a pattern, with something in every place that asks for it."""
    path = re.sub(r"<(int|uuid|str|slug|path):\w+>", lambda kind: SAMPLES[kind.group(1)], path)
    path = re.sub(r"<\w+>", "1", path)
    path = re.sub(r"\(\?P<\w+>[^()]*(?:\([^()]*\)[^()]*)*\)|\([^()]*\)\??", "1", path)
    return "/" + path.replace("^", "").replace("$", "").replace("\\", "").replace("?", "")


SAMPLES = {"int": "1", "uuid": str(uuid.UUID(int=1)), "str": "x", "slug": "x", "path": "x"}


def test_only_those_with_a_key_get_past_the_doors_of_the_admin():
    people = {role.value: make_person(role) for role in Role}
    outside = [VISITOR, *(role for role in people if role not in DOORS["admin/"])]
    past = []
    for role in outside:
        client = Client()
        if role in people:
            client.force_login(people[role])
        for path, name in patterns():
            if path.startswith("admin/") and name not in OPEN_IN_ADMIN:
                response = client.get(sample(path))
                if response.status_code == 200:
                    past.append(f"{role} at {path}")
    assert past == []
