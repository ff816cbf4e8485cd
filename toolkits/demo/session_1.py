"""Session 1 of S3–S4: Agreeing how we talk."""

from .shared import DISCLOSURE, OPT_OUT, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "Somebody says “psycho” about a teacher. Half the class laughs. One person looks at the table.",
    "You ask your friend how they are. They say “fine” and change the subject. It is the third time this week.",
    "In a group chat someone shares what another pupil told them “just between us”.",
    "A pupil cries in class. The teacher asks, in front of everyone: “What’s wrong?”",
    "Somebody tells a long story about their own family. The bell is about to ring.",
    "A boy says: “I pass.” The person beside him says: “You always pass.”",
]

SESSION = {
    "title": "Agreeing how we talk",
    "slug": "agreeing-how-we-talk",
    "number": 1,
    "summary": "The class writes its own ground rules, and tries them out before it needs them.",
    "codes": "HWB 4-05a",
    "setting": "classroom",
    "read_first": paragraphs(
        "This lesson comes before all the others. You don’t teach anything about mental health yet. You help the "
        "class decide how to talk, so that later nobody is hurt by it.",
        "The rules must be theirs. If you hand out a finished list, it is yours and they will treat it so. Two rules "
        "are not up for a vote, and you say so openly: anyone may pass, and you can’t keep a secret when somebody is "
        "not safe.",
        "Expect jokes in the first ten minutes. They are a way to find out whether you mean it. Stay calm and go on.",
    ),
    "minutes_to_prepare": 10,
    "short_route": "Leave out the walk (activity 2) and use three cards in place of six. Keep the writing and the "
    "closing.",
    "cover_note": "You need no knowledge of the subject. Read the six cards before you begin. If talk turns to real "
    "people, say: “Let’s go back to the card.” Leave the rules sheet on the teacher’s desk.",
    "aims": lines(
        "I can say what helps me to talk, and what stops me.",
        "I have helped to write the rules for our class.",
        "I know that I can pass, and what a teacher must tell someone.",
    ),
    "no_screen": "The board slides are only headings. Write each one up by hand, or read it out.",
    "to_print": lines("The six cards, one set for each group of four", "One large sheet for the rules"),
    "to_prepare": lines(
        "Agree with a colleague where a pupil can go who needs a break",
        "Push tables together for groups of four",
        "Make a card that says “break” and lay it by the door",
        "Fill in the names under “If a pupil tells you something”",
    ),
    "activities": [
        step(
            "talk",
            "A good listener",
            8,
            4,
            teacher=paragraphs(
                "Say what today is about, and read out how to sit out (see Opting out).",
                "In pairs, for two minutes: think of someone who is easy to talk to, in a film, a book or a game. "
                "What do they do? Take one thing from each pair and write it up. Point out how many are about "
                "listening.",
            ),
            board=lines("Who is easy to talk to in a film, a book or a game?", "What do they do?"),
        ),
        step(
            "move",
            "Easy or hard?",
            10,
            None,
            teacher=paragraphs(
                "One wall is “easy”, the other “hard”. Read out a place: at a bus stop, in a lesson, in a car, in a "
                "group chat, on a walk, at a dinner table. Everyone stands where they think it is easy or hard to "
                "talk there for a made-up pupil called Robin.",
                "Ask two people at different places what Robin might be thinking. There is no right answer. Pupils "
                "who don’t want to stand up can point.",
            ),
            board=lines("Robin is 14. Where is it easy for Robin to talk?", "Where is it hard?"),
        ),
        step(
            "cards",
            "What would have helped?",
            14,
            9,
            teacher=paragraphs(
                "Groups of four. Each group takes two cards, reads them, and answers both questions in one sentence "
                "each. Walk round. If anyone names a real person, say: “On this card, please.”",
                "Each group reads out one answer. On the left of the large sheet you write what helped.",
            ),
            board=lines("What made it hard to talk here?", "What could someone have said or done?"),
            cards=CARDS,
        ),
        step(
            "write",
            "Our rules",
            13,
            9,
            teacher=paragraphs(
                "From the answers, the class makes five to seven rules. A rule says what to do, not only what not to "
                "do. Change “don’t be rude” to words about what you do instead.",
                "Then add the two that are not up for a vote, and say why. Ask: “Can everyone live with this list?” "
                "Change what somebody can’t live with. Anyone who wants to can sign it.",
            ),
            board=lines(
                "Our rules", "Anyone can say “pass”.", "A teacher tells someone when a person may not be safe."
            ),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Say which day the next session is and what it is about. Leave the help "
            "lines up while pupils pack.",
            board=lines("One rule I like is …", "Pass is fine."),
        ),
    ],
    "ground_rules": lines(
        "Until the class has its own rules, these hold: one person talks at a time.",
        "We talk about the card, not about people we know.",
        "Anyone can say “pass”, and nobody asks why.",
        "What is said here is not passed on. A teacher tells someone when a person may not be safe.",
    ),
    "distancing": "Everything is about Robin and the people on the cards. Ask “What might Robin think?” and never "
    "“What would you do?” or “Who has felt like this?”. If a pupil starts to tell their own story, thank them, say "
    "you would like to hear it after the lesson, and go back to the card.",
    "opt_out": OPT_OUT,
    "closing": "Go round the room. Each person says one rule they like, or “pass”. Then everyone stands, stretches, "
    "and looks out of the window for ten breaths. End by saying: “If something from today stays with you, you can "
    "talk to me, or to one of the lines on the board. They are free.”",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "In this first lesson the class agrees how to talk with each other so that everyone feels safe.",
        "At home you could ask: “Which rules did you choose?” and “Which would be good ones for our house?”",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
