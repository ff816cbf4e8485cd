"""What invented classes said of the demonstration pack, and what should change."""

from ..models import Evaluation, Proposal, SessionPage
from ..taking_part.enums import Who
from ..taking_part.evaluating import QUESTIONS

ANSWERS = [(5, 5, 4, 3), (4, 5, 5, 3), (4, 4, 4, 2), (5, 5, 3, 4), (3, 5, 4, 2), (5, 4, 5, 3)]
CHANGES = ["More time for the cards.", "Let us choose the pairs.", "", "", "The last card was hard to read.", ""]
PROPOSALS = [
    ("More time for the cards.", 9, "agreeing-how-we-talk"),
    ("Let us choose our own pairs.", 6, "asking-twice"),
    ("Put the help lines on the first slide too.", 3, None),
]


def seed_taking_part(pack) -> None:
    """Let invented classes have their say, where nobody has yet."""
    if Proposal.objects.filter(pack=pack).exists():
        return
    lessons = SessionPage.objects.descendant_of(pack)
    for lesson in lessons.filter(slug__in=["agreeing-how-we-talk", "asking-twice"]):
        for scales, change in zip(ANSWERS, CHANGES, strict=True):
            answers = dict(zip(QUESTIONS[Who.PUPIL], scales, strict=True))
            Evaluation.objects.create(session=lesson, who=Who.PUPIL, scales=answers, change=change)
    for said, people, slug in PROPOSALS:
        lesson = lessons.filter(slug=slug).first() if slug else None
        Proposal.objects.create(pack=pack, session=lesson, said=said, people=people)
