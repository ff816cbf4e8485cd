"""The demonstration's people, one for every role and five champions. All invented."""

import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from .actions import choose_name
from .confiding import write_on_line
from .enums import Role, ShownAs, Training
from .models import Champion, PrivateLine, Qualification, User

PEOPLE = (
    ("ruth", "Ruth", "Galbraith", Role.SAFEGUARDING),
    ("hamish", "Hamish", "Orr", Role.EDITOR),
    ("morag", "Morag", "Tennant", Role.CHAMPION),
    ("tomasz", "Tomasz", "Wilk", Role.CHAMPION),
    ("isla", "Isla", "Rennie", Role.CHAMPION),
    ("sanjay", "Sanjay", "Dutta", Role.CHAMPION),
    ("effie", "Effie", "Munro", Role.CHAMPION),
    ("aileen", "Aileen", "Caddell", Role.TRANSLATOR),
    ("dod", "Dod", "Sillars", Role.DELIVERY),
    ("marion", "Marion", "Keay", Role.ADMINISTRATOR),
)
SHOWN = {"morag": ShownAs.FIRST_NAME}  # one champion lets their name appear
CONFIDED = "I read two hard ones this week. Could somebody talk it through with me?"
READS_UNDER_18 = (Role.SAFEGUARDING, Role.EDITOR, Role.CHAMPION)


def seed_people(password: str) -> dict[str, User]:
    """Make whoever is missing, all with one password. Returns everyone by the first part of their address."""
    until = timezone.localdate() + datetime.timedelta(days=365)
    hashed = make_password(password)  # once: hashing is slow by design, and the password is the same
    people = {}
    for login, first, last, role in PEOPLE:
        email = f"{login}@goldenthread.example"
        person = User.objects.filter(email=email).first()
        if person is None:
            person = User.objects.create(email=email, password=hashed, first_name=first, last_name=last)
            person.groups.add(Group.objects.get(name=role.value))
            if role in READS_UNDER_18:
                Qualification.objects.create(person=person, kind=Training.PVG, valid_until=until)
            if role == Role.CHAMPION:
                day = timezone.localdate()
                Champion.objects.create(person=person, weekly_limit=20, learning=False, told_on=day)
                choose_name(person=person, shown_as=SHOWN.get(login, ShownAs.NOT))
                Qualification.objects.create(person=person, kind=Training.CHAMPION, valid_until=until)
        people[login] = person
    return people


def seed_care(people: dict[str, User]) -> None:
    """Let one champion wait for an answer of the delivery team, unless they wrote before."""
    if not PrivateLine.objects.filter(person=people["isla"]).exists():
        write_on_line(person=people["isla"], text=CONFIDED)
