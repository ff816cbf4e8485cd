"""Session 6 of S3–S4: Stories and what they do."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

SCENE = paragraphs(
    "Made up for this lesson. Read slowly, one voice.",
    "“In third year I stopped putting my hand up. Not because I didn’t know. My heart went so loud that I was sure "
    "people could hear it. I thought I was the only one. I got good at toilets: which ones were empty, how long "
    "before someone asks.",
    "My art teacher did not ask what was wrong. She said: I need someone to wash brushes on Thursdays. So I washed "
    "brushes. After three Thursdays I told her about my heart. She said: shall we find out who is good at that? We "
    "did. It took a while.",
    "I still wash brushes sometimes. My heart still gets loud. Now I know what it is, and I put my hand up anyway, on "
    "some days.”",
)

CARDS = [
    "Version A: “Brave pupil beats anxiety.”",
    "Version B: “The tragic secret of a girl (14).”",
    "Version C: “I washed brushes, and then I talked.”",
    "Somebody wants to tell this story on a stage. What should they ask themselves first?",
    "Somebody wants to share this story in a group chat. It is not their own. What now?",
    "Two years later the writer does not want the story to be read any more. What should happen?",
]

SESSION = {
    "title": "Stories and what they do",
    "slug": "stories-and-what-they-do",
    "number": 6,
    "summary": "Why a true story changes minds, who it belongs to, and why nobody has to tell theirs.",
    "codes": "HWB 4-04a",
    "setting": "classroom",
    "read_first": paragraphs(
        "Meeting someone who has lived through something, in person or in their words, does more against stigma than "
        "facts alone. That is what this lesson shows. It is not a lesson in which pupils tell their own.",
        "The story is made up for this lesson, so that nobody’s life is discussed. Say so.",
        "A story belongs to the person who lived it. They decide what is told, to whom, and for how long. If pupils "
        "take one thing home, let it be this.",
    ),
    "minutes_to_prepare": 10,
    "short_route": "Read the story, talk about it in pairs, take cards A to C together, and close.",
    "cover_note": "Read the story aloud yourself, slowly, and leave a silence after it. If a pupil offers their own "
    "story, thank them and say there is a better place for it than this room, and that you will help find it.",
    "aims": lines(
        "I can describe what a story did to me as a listener.",
        "I can say how the way a story is told changes how we see a person.",
        "I can explain that a story belongs to the one who lived it.",
    ),
    "no_screen": "The story is read aloud. Nothing needs a screen.",
    "to_print": lines("The story, one copy for each pair", "The six cards, one set for each group"),
    "to_prepare": lines("Read the story aloud once to yourself", "The class’s rules on the wall"),
    "activities": [
        step(
            "talk",
            "A story that stayed",
            6,
            None,
            teacher="Rules, and how to sit out. In pairs: a film, song or book that changed how you see somebody. "
            "What did it do that a fact could not? Take three answers.",
            board=lines("A film, a song or a book that changed how you see someone.", "What did it do?"),
        ),
        step(
            "film",
            "Washing brushes",
            12,
            10,
            teacher=paragraphs(
                "Read the story. Wait. Then in pairs: which sentence stays with you? Each pair underlines one. Read "
                "the underlined sentences aloud, without comment, one after the other.",
                "Ask: what did the art teacher do? What did she leave out? What do we not know, and don’t need to "
                "know?",
            ),
            board=lines(
                "Which sentence stays with you?", "What did the art teacher do?", "What do we not need to know?"
            ),
            film=None,
            scene=SCENE,
        ),
        step(
            "cards",
            "Three headlines, three questions",
            15,
            8,
            teacher=paragraphs(
                "Groups lay cards A, B and C in a row. What picture of the writer does each make? Which would the "
                "writer choose? Why do A and B sell better?",
                "Then each group answers one of the other cards in two sentences. For the last one, be clear: the "
                "story comes down, and nobody has to give a reason.",
            ),
            board=lines("What picture of the person does each headline make?", "Which one would the writer choose?"),
            cards=CARDS,
        ),
        step(
            "write",
            "A letter that is not sent",
            12,
            4,
            teacher="Everyone writes four lines to the art teacher, or to the writer. It is not handed in. Those who "
            "wish may pin theirs up without a name. In the short route: one line.",
            board=lines("Four lines to the art teacher", "or to the one who wrote the story"),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Say where a person can go who wants to tell their story one day: first to "
            "someone they trust. There is no hurry, and never telling it is a good choice too.",
            board=lines("My story is mine.", "I choose if, when, how and to whom."),
        ),
    ],
    "ground_rules": RULES + "\nNobody tells their own story today. Nobody guesses at anyone else’s.",
    "distancing": "The story is made up and everyone knows it. Talk about “the writer”. Stop any guess at who it "
    "might be about. If someone says “that’s me”, say: “Thank you. Let’s talk after,” and keep your word.",
    "opt_out": OPT_OUT,
    "closing": "Everyone reads the line on the board aloud together: “My story is mine. I choose if, when, how and to "
    "whom.” Then a minute of drawing: a brush, a cup, a door, whatever helped in the story or helps you. Pictures go "
    "home.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson is about how a story can change minds, and about the right of a person to keep theirs to "
        "themselves. The story we read is made up.",
        "At home you could share a book or a song that means something to you, and say why.",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
