"""Session 3 of S3–S4: Words on a page, words on a phone."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "“She’s so bipolar, one minute she’s nice and the next she isn’t.”",
    "“Haha he’s off sick again. Attention seeker.”",
    "“I’m so OCD about my pencil case.”",
    "“Heard Jo’s seeing the school counsellor. What a freak.” (14 people have seen it. Jo is in the chat.)",
    "“Man up.”",
    "“You ok? You went quiet. No need to answer, I’m just here.”",
    "“Don’t call him that. It’s not funny if it’s somebody’s life.”",
    "“Same. Some days are rubbish. Want to walk home together?”",
]

CHAT = lines(
    "ALEX: Did anyone see Jo leave in maths?",
    "BO: Drama queen.",
    "CAM: lol.",
    "DEE: she’s mental.",
    "ALEX: ha.",
    "(Nobody writes for a minute.)",
    "JO: I can see this.",
    "(Nobody writes.)",
)
SCENE = paragraphs(
    "A chat of five friends, nine in the evening. Read it aloud with five voices.",
    CHAT,
    "Now read it again. Stop before ALEX writes “ha”. What could Alex write in its place? Try three ways, and read on "
    "each time to see how the chat might go.",
)

SESSION = {
    "title": "Words on a page, words on a phone",
    "slug": "words-on-a-page-words-on-a-phone",
    "number": 3,
    "summary": "What words do in a group chat, and how one person can turn it round.",
    "codes": "HWB 4-10a, HWB 4-05a",
    "setting": "classroom",
    "read_first": paragraphs(
        "This is not a lesson about forbidden words. Pupils know the list. It is about what a word does to the person "
        "who reads it, and about the ones who say nothing.",
        "Phones stay in bags. Nobody shows a real chat, not even a funny one: there is somebody in it who is not in "
        "the room, or who is.",
        "Some pupils will see themselves in the chat, on either side. Keep it about Alex: what could Alex do next?",
    ),
    "minutes_to_prepare": 10,
    "short_route": "Leave out the scale and the poster. Read the scene once, then go straight to the new endings.",
    "cover_note": "The scene works best if you give the five parts to confident readers and read the lines in "
    "brackets yourself. If a real chat is mentioned, stop it kindly and tell the class teacher afterwards.",
    "aims": lines(
        "I can explain how the same word can be light for one person and heavy for another.",
        "I can name three things to do when a chat turns on somebody.",
        "I can swap a word that hurts for one that says what I mean.",
    ),
    "no_screen": "The scene is read aloud. Nothing in this lesson needs a screen, and it is better without phones.",
    "to_print": lines("The eight cards, one set for each group of four", "The scene, five copies"),
    "to_prepare": lines("The class’s rules on the wall", "Choose five readers", "Phones in bags, yours too"),
    "activities": [
        step(
            "talk",
            "What did they mean?",
            6,
            3,
            teacher=paragraphs(
                "Rules, and how to sit out. Then: “I’m starving”, “I’m dead”, “That’s sick”. What do we really mean "
                "by each? When would the same words hurt?",
                "The point: it is not the word alone. It is who hears it, and what it is for.",
            ),
            board=lines("“I’m starving.” “I’m dead.” “That’s sick.”", "When would the same words hurt?"),
        ),
        step(
            "move",
            "How heavy?",
            10,
            None,
            teacher=paragraphs(
                "Groups lay the eight cards in a line from light to heavy, for Jo reading them alone in the evening. "
                "Then a second time, for a friend of Jo’s.",
                "Ask each group which card moved most, and why.",
            ),
            board=lines("Light … heavy", "For Jo, alone, at nine in the evening"),
        ),
        step(
            "film",
            "Five people in a chat",
            16,
            12,
            teacher=paragraphs(
                "Read the scene, pause as it says, and try new endings. After each, ask the one who read Jo: “Which "
                "of these would you want?”",
                "Collect what worked: write to Jo alone; say “leave it”; change the subject; leave with Jo; tell a "
                "grown-up. Say clearly that telling someone is not “grassing” when a person is being hurt.",
            ),
            board=lines(
                "What could Alex write?",
                "Who else in the chat could do something?",
                "What could be done away from the chat?",
            ),
            film=None,
            scene=SCENE,
        ),
        step(
            "cards",
            "Say what you mean",
            8,
            6,
            teacher="Each group takes one of the cards that hurt and writes what the person may have meant, in other "
            "words. “I’m so OCD” may be “I like things tidy”. Read a few out. Then read the last three cards aloud: "
            "what do they have in common?",
            board=lines("What did they really mean?", "Say it in other words."),
            cards=CARDS,
        ),
        step(
            "write",
            "Three lines for my phone",
            5,
            None,
            teacher="Everyone writes three short messages that could be sent to someone who has gone quiet. They are "
            "for themselves. Nobody has to read theirs out.",
            board=lines("Three lines I could send", "to someone who has gone quiet"),
        ),
        step(
            "talk",
            "Closing",
            5,
            4,
            teacher="Do the closing below. Tell the class whom to go to in this school if a chat is hurting somebody.",
            board=lines("A word I will leave out.", "A word I will use."),
        ),
    ],
    "ground_rules": RULES + "\nPhones stay in bags. No real messages are shown or read out.",
    "distancing": "Alex, Bo, Cam, Dee and Jo don’t exist. If the names are names of your pupils, change them. Nobody "
    "plays themselves, and whoever reads Jo is asked beforehand. Don’t ask if anyone has been in such a chat: some "
    "have.",
    "opt_out": OPT_OUT,
    "closing": "Each person thinks of a word to leave out and a word to use, and may say one of them. Those who read "
    "in the scene say their own name aloud and shake the part off. Then two minutes of quiet talk with a neighbour "
    "about anything else at all.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson is about words in chats: how they hurt, and what one friend can do. No real messages are shown.",
        "At home you could agree one hour in the evening when all phones rest, your own as well.",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
