"""Session 8 of S3–S4: Getting help that fits."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "A friend. Knows you, is near, costs nothing. Is no expert, and should not carry it alone.",
    "A grown-up at home or in the family. Knows you for long. Not possible for everyone.",
    "A grown-up at school. Sees you each day. Must tell someone if a person is not safe, and will tell you first.",
    "Your usual doctor. You can go alone, and you can ask what stays private. You may have to wait for the visit.",
    "A phone line, such as Childline. Free, at any hour. You don’t have to give your name. Some like a voice.",
    "A text line, such as Shout. Free, silent, at any hour. Good when nobody should hear you talk.",
    "Emergency: 999. When a life is in danger now. You don’t have to be sure.",
    "Person: Max, 14, has slept badly for three weeks, shares a room, does not want anybody to hear.",
    "Person: Iman, 15, feels low since the summer. Her mother says it will pass.",
    "Person: Rory, 13, is worried about a friend who has said they don’t want to be here any more.",
    "Person: Tess, 14, talked to a teacher once. Nothing happened.",
    "Person: Ollie, 15, is fine, and would like to stay so.",
]

SESSION = {
    "title": "Getting help that fits",
    "slug": "getting-help-that-fits",
    "number": 8,
    "summary": "Different doors to help, who they suit, and what to do when the first one stays shut.",
    "codes": "HWB 4-03a",
    "setting": "space",
    "read_first": paragraphs(
        "“Ask for help” is easy to say. This lesson makes it concrete: which door, what happens behind it, what to "
        "say first, and what to do when it did not work. Young people fear most that they won’t be believed.",
        "One card is about a friend who may not be safe. Treat it calmly: you don’t keep that to yourself, you fetch "
        "a grown-up now. Asking someone about suicide does not put the thought in their head. Never talk about ways.",
        "Check the help lines and the names in your school on the day. An old number is worse than none.",
    ),
    "minutes_to_prepare": 15,
    "short_route": "Lay out the doors, use Max and Rory only, write the first sentence, and close.",
    "cover_note": "Rory’s card has one right answer: fetch a grown-up now, and call 999 if there is danger. Say it "
    "aloud. The rest is a matter of what fits. Leave a list of questions for the class teacher.",
    "aims": lines(
        "I can name at least four doors to help, one of them open at night.",
        "I can say which door may fit whom, and why.",
        "I know what to do when the first door stays shut, and when it can’t wait.",
    ),
    "no_screen": "The doors are sheets of paper on the walls.",
    "to_print": lines("The twelve cards, one set in large print for the walls, one for each group"),
    "to_prepare": lines(
        "Hang the seven doors round the room",
        "Check the help lines at the foot of this page, and the names of grown-ups in your school",
        "The class’s rules on the wall",
    ),
    "activities": [
        step(
            "talk",
            "What holds people back?",
            7,
            3,
            teacher="Rules, and how to sit out. Ask: why do people not ask for help, even when help is there? Collect "
            "without judging. Point to the ones on stigma: “what will they think of me?”. That is what the eight "
            "sessions were about.",
            board=lines("Help is there.", "What holds people back?"),
        ),
        step(
            "move",
            "Seven doors",
            12,
            5,
            teacher=paragraphs(
                "Pupils walk round and read the doors. At each they may add, on a slip: what is good here, and what "
                "could be hard. Then everyone stands at the door about which they learned something new.",
                "Ask one person at each door. Correct what is wrong at once, such as “the doctor tells your parents”.",
            ),
            board=lines("What is good about this door?", "What could be hard?"),
        ),
        step(
            "cards",
            "Which door for whom?",
            15,
            9,
            teacher=paragraphs(
                "Each group takes one person. Which door first? What happens if it stays shut? Which second? Each "
                "group needs two doors and a reason.",
                "Take Rory last and together: this can’t wait and is not for Rory alone. Tess: nothing happened the "
                "first time, so try again, another door, another person. That is not her fault.",
            ),
            board=lines("Which door first?", "If it stays shut: which one next?", "Can it wait?"),
            cards=CARDS,
        ),
        step(
            "write",
            "The first sentence",
            11,
            5,
            teacher=paragraphs(
                "The hardest part is the first sentence. In pairs, write three for Iman: one to say, one to text, one "
                "to hand over on paper. Example: “I have something on my mind and I don’t know how to start. Have you "
                "got ten minutes?”",
                "Then each pupil copies one they like, and one door, on a slip. It goes in a pocket, not to you.",
            ),
            board=lines("“I have something on my mind", "and I don’t know how to start.", "Have you got ten minutes?”"),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Thank the class for eight sessions. Tell them where the rules will hang "
            "from now on.",
            board=lines("One door I know now.", "If one stays shut, try another."),
        ),
    ],
    "ground_rules": RULES,
    "distancing": "Max, Iman, Rory, Tess and Ollie are made up. Ask “What could Max do?”. The slip is the only thing "
    "about the pupils themselves, and nobody else reads it. After Rory’s card, look round: a pupil who has gone quiet "
    "gets a quiet word today.",
    "opt_out": OPT_OUT + " Tell the class beforehand that one card is about somebody who may not be safe.",
    "closing": "In a circle, each says one thing they take from the eight sessions, or passes. Then everyone writes a "
    "kind line on a slip, folds it, drops it in a box, and draws another on the way out.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "In this last lesson pupils learn where to find help, what happens there, and how to begin. One made-up "
        "example is about a friend who may not be safe: the answer is to fetch a grown-up at once.",
        "At home you could say: “You can come to me, and if you’d rather go to somebody else, that’s fine too.”",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
