"""What the demonstration's news and projects say. People, places and sums are made up."""

import datetime

from .enums import ArticleKind


def _text(*paragraphs: str) -> tuple[str, str]:
    return "text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


ARTICLES = [
    {
        "title": "Nothing about us without us",
        "intro": "A youth hub tells how it stopped asking young people last and began to ask them first.",
        "on": datetime.date(2026, 10, 29),
        "kind": ArticleKind.GUEST,
        "author": "Ailsa Renwick",
        "organisation": "Invermorrow Youth Hub",
        "body": [
            _text(
                "For years we wrote a plan, and then we asked young people what they thought of it. They were kind. "
                "They said it was fine. Nothing changed, because the plan was done.",
                "Last spring we began with an empty page and eleven young people who have lived with mental health "
                "problems. The first thing they changed was the room. The second was the time.",
            ),
            ("heading", "What was hard"),
            _text(
                "Two ideas we could not pay for. We said so on the same day, and why. One of them found another way. "
                "The other we still owe, and it stands on our wall.",
                "If you try this, start small. Ask about one thing you are ready to change. Then change it.",
            ),
        ],
    },
    {
        "title": "Three schools begin with the pack",
        "intro": "Classes in Strathorra, Kilbrannoch and Port Lairig teach the first sessions this month.",
        "on": datetime.date(2026, 11, 10),
        "kind": ArticleKind.NEWS,
        "body": [
            _text(
                "Eight teachers met in October to read the sessions together. They asked for a note for the teacher "
                "who stands in when somebody is ill. It is in every lesson now.",
                "Pupils say afterwards, without a name, what helped and what did not. We answer in “What changed”.",
            )
        ],
    },
]
PROJECTS = [
    {
        "title": "Running beside",
        "intro": "A slow run by the water on Sundays. You can talk, or only breathe.",
        "on": datetime.date(2026, 9, 6),
        "people": "Rowan and five friends",
        "place": "Kilbrannoch",
        "led": "All six have lived with depression. They chose the day, the pace and that nobody is ever last: whoever "
        "is slowest leads.",
        "thanked": "£180 for shoes to lend, and travel paid.",
        "join": "Come to the harbour wall on Sunday at ten. Look for the yellow ribbon.",
        "body": [_text("It began with two people and one umbrella. Now there are nine most weeks, and soup.")],
    },
    {
        "title": "The kind word shelf",
        "intro": "A shelf in the school library. Take a card with a kind sentence, leave one for somebody else.",
        "on": datetime.date(2026, 10, 3),
        "people": "A group from S4",
        "place": "Strathorra",
        "led": "Four pupils who know what a hard week feels like decide what goes on the shelf, and what does not.",
        "thanked": "Time for it in school, and their names on the shelf if they want that.",
        "body": [_text("Most cards are one line long. The one taken most often says: you can come back tomorrow.")],
    },
]
FRONT = [
    (
        "figures",
        {
            "heading": "What we hold ourselves to",
            "figures": [
                {"number": "2", "label": "champions read each story", "source": ""},
                {"number": "1", "label": "person decides on its words: its author", "source": ""},
                {"number": "0", "label": "trackers, adverts and likes", "source": ""},
            ],
            "source": "Our own rules. “How we work together” says how they are kept.",
        },
    ),
]
