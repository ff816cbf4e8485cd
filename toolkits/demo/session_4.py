"""Session 4 of S3–S4: Asking twice, the conversation map."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "Ask. Choose a quiet place, side by side. “You’ve seemed a bit quiet. How are you?”",
    "They say “fine”. Leave a breath. Ask again: “And really?”",
    "They say a little. Don’t fix it. “That sounds hard. Do you want to tell me more?”",
    "They say nothing. “That’s OK. I’m around. Shall we sit here for a bit?”",
    "They are angry. “Sorry, I didn’t mean to push.” Come back another day.",
    "They ask you to keep it secret. “I’ll be careful with it. If you’re not safe I’ll need help from someone older.”",
    "They say something that frightens you. You don’t carry this alone. Go together to a grown-up now.",
    "Afterwards. A message next day: “Good to talk yesterday.” And do something nice for yourself.",
]

FIRST_TIME = lines(
    "Two friends at a bus stop in Kilbrannoch. Rain.",
    "REMI: You all right?",
    "LOU: Fine.",
    "(They look at the road. The bus comes. They get on.)",
)
SECOND_TIME = lines(
    "The same again.",
    "REMI: You all right?",
    "LOU: Fine.",
    "(Remi waits, and looks at the road as well.)",
    "REMI: And really?",
    "(A long moment.)",
    "LOU: Not great. Don’t know.",
    "REMI: Shall we let this bus go?",
    "LOU: … Aye. OK.",
)
SCENE = paragraphs(FIRST_TIME, SECOND_TIME)

SESSION = {
    "title": "Asking twice: the conversation map",
    "slug": "asking-twice",
    "number": 4,
    "summary": "How to ask a friend how they are, what to say to the answer, and when to fetch someone.",
    "codes": "HWB 4-08a",
    "setting": "space",
    "read_first": paragraphs(
        "Most people say “fine” the first time. Asking a second time, kindly, shows you want to know. Pupils practise "
        "this with a map, so that they don’t have to find words in the moment.",
        "The most important road on the map is the one that ends with a grown-up. A friend is a friend, not a "
        "therapist. Say this early and say it again at the end.",
        "Practice is with made-up people. Don’t ask pupils to try it “for real” on someone in the room.",
    ),
    "minutes_to_prepare": 15,
    "short_route": "Show the scene, walk the map once together, and close. Leave out the practice in threes.",
    "cover_note": "Lay the eight cards on the floor in the order they are numbered here, with the question cards left "
    "and the answers right. You only have to read them out. The last two are the ones not to skip.",
    "aims": lines(
        "I can ask how someone is, and ask again.",
        "I can listen without trying to fix it.",
        "I know when to fetch a grown-up, and which one.",
    ),
    "no_screen": "The map is on the floor. No screen is used; the board slides only repeat the questions.",
    "to_print": lines(
        "The eight cards in large print, one set", "The eight cards in small print, one set for each three pupils"
    ),
    "to_prepare": lines(
        "Clear the floor",
        "Lay out the map",
        "The class’s rules on the wall",
        "Names of grown-ups in this school to go to",
    ),
    "activities": [
        step(
            "film",
            "At the bus stop",
            9,
            6,
            teacher=paragraphs(
                "Rules, and how to sit out. Read the scene with two voices, twice: first as it stands, then with the "
                "second question.",
                "Ask: what changed? What did Remi do with hands, eyes, feet?",
            ),
            board=lines("“You all right?” “Fine.”", "And now?"),
            film=None,
            scene=SCENE,
        ),
        step(
            "move",
            "Walk the map",
            14,
            11,
            teacher=paragraphs(
                "The cards lie on the floor as a path that forks. Two volunteers walk it: one is Remi, one gives "
                "Lou’s answers. At each fork the class decides which answer Lou gives, and Remi goes to that card and "
                "reads it.",
                "Walk it three times: once to “tell me more”, once to silence, once to “you don’t carry this alone”. "
                "Let the third one end at a real name: whom would they go to in this building?",
            ),
            board=lines("Ask. Wait. Ask again.", "Listen. Don’t fix.", "Not safe? Go together to a grown-up."),
        ),
        step(
            "cards",
            "Practice in threes",
            14,
            None,
            teacher=paragraphs(
                "One asks, one answers as Lou, one watches with the cards and says afterwards which roads were taken. "
                "Two minutes, then change. Lou’s worry is made up and small: a lost place in the team, a bad mark, a "
                "row at home over chores. Give it out; pupils don’t choose it themselves.",
                "After each turn the watcher says one thing that went well.",
            ),
            board=lines("Ask · answer · watch", "Two minutes, then change", "Watcher: one thing that went well"),
            cards=CARDS,
        ),
        step(
            "write",
            "My own words",
            8,
            4,
            teacher="“And really?” may sound odd in your mouth. Everyone writes their own second question, in their "
            "own words, in any language. Underneath: the name of one grown-up they could fetch. It stays with them.",
            board=lines("My second question", "The grown-up I would fetch"),
        ),
        step(
            "talk",
            "Closing",
            5,
            4,
            teacher="Do the closing below. Say once more: a friend is a friend. You don’t carry it alone.",
            board=lines("Ask. Ask again. You don’t carry it alone."),
        ),
    ],
    "ground_rules": RULES,
    "distancing": "Remi and Lou are made up, and Lou’s worry is always given out. If somebody begins to use their "
    "own, say: “Let’s keep to the one on the card. Come and see me after, I’d like to hear it.” Nobody practises on a "
    "real friend today.",
    "opt_out": OPT_OUT + " Watching and holding the cards is a full part in this lesson.",
    "closing": "Everyone who spoke as Lou says: “I’m not Lou, I’m …” and their name. In a circle, each says a second "
    "question, or passes. End with a minute in which everyone walks through the room and nods to each other, no "
    "words.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson is about asking a friend how they are, and about fetching a grown-up when it is too much for a "
        "friend.",
        "At home you could try the second question yourself: when the answer is “fine”, wait a moment and ask once "
        "more.",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
