"""The community toolkit: five workshops of 90 minutes, one for each letter of PANEL. All in it is made up."""

from .pack import LABEL
from .shared import lines, paragraphs
from .short import ending, says, session

PACK = {
    "title": "Kitchen Table Rights",
    "slug": "kitchen-table-rights",
    "summary": "Five workshops on rights and mental health for groups round a table, built on the PANEL principles. "
    + LABEL,
    "audience": "Community groups, recovery cafés, tenants’ and carers’ groups, with anybody who can read a card aloud",
    "ages": "16 and older",
    "minutes": "90 minutes a workshop, or 25 by the short route",
    "needs": lines(
        "A room with a table, tea, and a second quiet place", "The cards, printed large", "Two facilitators"
    ),
    "before_start": paragraphs(
        "Go through the access checklist with the people who will come: way in, toilets, BSL, "
        "languages, lighting, a quiet place, money for travel.",
        "Two people lead each workshop, so that one can step out with somebody.",
    ),
    "guide": [
        (
            "Why PANEL",
            "Participation, Accountability, Non-discrimination, Empowerment, Legality: five "
            "questions that show whether a decision respects people’s rights. Each workshop takes one of them.",
        ),
        (
            "A worked example",
            "A group has a small fund. Up to £200 staff decide alone; above it, a panel of two "
            "champions and two staff. Kim asks for £180 for a minibus: staff say yes. Ade asks for "
            "£450 for a film: one champion on the panel is Ade’s cousin, steps aside, and another "
            "takes the chair. Ask: which letters do you find in this?",
        ),
        (
            "Ending well",
            "Each workshop ends with ten quiet minutes, tea, and a feedback card. Nobody leaves "
            "straight from a hard talk.",
        ),
    ],
    "how_made": paragraphs(
        LABEL + " In the invented story of this toolkit it was tried in two pilot areas, Invermorrow and Strathorra.",
        "Invermorrow (14 people, six of them with lived experience of discrimination) changed this: "
        "the ladder line-up may be done with buttons on a table, because not everybody can stand. "
        "The word “stakeholder” went.",
        "Strathorra (11 people, four of them carers) changed this: workshops begin at eleven, when "
        "the bus has come. The made-up complaint now has an ending in which somebody says sorry.",
    ),
    "licence_name": "CC BY-NC 4.0",
    "licence": "You may copy, print, share and change this toolkit for community work, free of charge, as long "
    "as you say where it comes from and don’t sell it.",
}
PARTS = {
    "participation": ("Participation", "Pull up a chair: who decides what here?"),
    "accountability": ("Accountability", "Who answers for this? From complaint to remedy."),
    "non-discrimination": ("Non-discrimination", "Who isn’t in the room?"),
    "empowerment": ("Empowerment", "Finding the words to ask."),
    "legality": ("Legality", "What the law already says."),
}


def _workshop(slug, title, summary, steps, **more):
    return session(
        1,
        slug,
        title,
        summary,
        "HWB 4-09a",
        [*steps, ending(15, 5)],
        minutes_to_run=90,
        minutes_to_prepare=30,
        level="community",
        stage="Adults",
        setting="anywhere",
        **more,
    )


WORKSHOPS = {
    "participation": _workshop(
        "pull-up-a-chair",
        "Pull up a chair",
        "Who decides what here, and who is asked before?",
        [
            (
                "write",
                "Participation map",
                40,
                12,
                says(
                    "Draw the place in the middle of a large sheet. Round it, each decision that "
                    "touches daily life, and who makes it. Mark in gold where somebody from the table was asked.",
                    "Who decides?",
                    "Who was asked?",
                ),
            ),
            (
                "move",
                "Ladder line-up",
                35,
                8,
                says(
                    "From “told afterwards” to “decide together”: place each decision on the ladder, "
                    "on foot or with buttons on the table. Choose one to move up a rung.",
                    "Told",
                    "Asked",
                    "Decide together",
                ),
            ),
        ],
        aims=["I know who decides here.", "I can name one decision to move up a rung."],
    ),
    "accountability": _workshop(
        "who-answers-for-this",
        "Who answers for this?",
        "A made-up complaint, from the first call to the remedy.",
        [
            (
                "cards",
                "Follow the complaint",
                45,
                12,
                says(
                    "Lay the cards in order. At each: who has it now, by when do they answer, what if they don’t?",
                    "Who has it now?",
                    "By when?",
                    cards=[
                        "Mrs Bell’s appointment was cancelled three times. She calls.",
                        "Nobody writes it down.",
                        "She writes. A letter says: within 20 days.",
                        "The answer blames the bus.",
                        "She asks for a second look.",
                        "Somebody says sorry, and the booking rule is changed.",
                    ],
                ),
            ),
            (
                "write",
                "You said, we did",
                30,
                8,
                says(
                    "Make a wall of your own: one thing said, what was done, what was not and why.",
                    "You said",
                    "We did",
                    "We did not, because",
                ),
            ),
        ],
        aims=["I know the steps of a complaint.", "I know what a good answer has in it."],
    ),
    "non-discrimination": _workshop(
        "who-isnt-in-the-room",
        "Who isn’t in the room?",
        "What keeps people away, and one change for who is furthest away.",
        [
            (
                "move",
                "Barriers walk",
                40,
                12,
                says(
                    "Walk from the street to the table, on foot or on a plan. Note what would stop "
                    "somebody: steps, words, money, time, looks.",
                    "What stops somebody here?",
                ),
            ),
            (
                "write",
                "One change",
                35,
                8,
                says(
                    "Choose the person furthest away. Plan one change for them, with a name and a day.",
                    "For whom?",
                    "Who does it, by when?",
                ),
            ),
        ],
        aims=["I can see barriers from somebody else’s place.", "We have planned one change."],
    ),
    "empowerment": _workshop(
        "finding-the-words",
        "Finding the words",
        "Rights cards, practice in asking, and a buddy for the real thing.",
        [
            (
                "cards",
                "Rights cards",
                35,
                10,
                says(
                    "Each takes a card, says it in their own words, and where it could be used this week.",
                    "In my own words",
                    cards=[
                        "I may bring somebody with me.",
                        "I may ask for it in writing.",
                        "I may ask for an interpreter.",
                        "I may say: please say that again, slower.",
                    ],
                ),
            ),
            (
                "talk",
                "Practise asking",
                40,
                10,
                says(
                    "In pairs: one asks, one is the counter. Twice. Then choose a buddy who comes "
                    "along to the real thing.",
                    "I would like …",
                    "Please write it down for me.",
                ),
            ),
        ],
        aims=["I have said a right in my own words.", "I know who comes with me."],
    ),
    "legality": _workshop(
        "what-the-law-already-says",
        "What the law already says",
        "Everyday scenes matched to rights, and where to get advice.",
        [
            (
                "cards",
                "Which right is it?",
                45,
                12,
                says(
                    "Match each scene to the Human Rights Act, the UN Convention on the Rights of "
                    "the Child, or the Equality Act. Some fit two.",
                    "Which law speaks here?",
                    cards=[
                        "A letter with health details is left on a counter.",
                        "A job is given to somebody else after the word “depression”.",
                        "A child is not asked where they want to live.",
                        "A café has no way in for a wheelchair.",
                    ],
                ),
            ),
            (
                "write",
                "Where to get advice",
                30,
                8,
                says(
                    "Fill in the card: nearest advice office, free help on the phone, somebody who "
                    "comes along. Check each by calling.",
                    "Where do I ask?",
                ),
            ),
        ],
        aims=["I know three laws that speak of everyday things.", "I know where to get advice."],
    ),
}
RELEASES = [("1.0", "First edition, with what the two pilot areas changed.")]
