"""Session 2 of S3–S4: Fact, myth, stereotype."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "“Anyone can have a mental health problem.” (Fact. It can happen to people of every age, job and family.)",
    "“If you talk about it, you make it worse.” (Myth. Being asked and listened to is a relief for most people.)",
    "“People with mental health problems are dangerous.” (Stereotype. Most never hurt anyone.)",
    "“Boys don’t get low, they get angry.” (Stereotype. It tells boys what they may show, not what they feel.)",
    (
        "“Most people with a mental health problem can get better or learn to live well.” (Fact. Support makes it "
        "likelier.)"
    ),
    "“You can tell by looking at someone.” (Myth. Many people who feel terrible look just as they always do.)",
    (
        "“Young people only want attention.” (Stereotype. And wanting somebody’s attention when things are bad is "
        "sensible.)"
    ),
    "“Everyone has mental health.” (Fact. Like physical health it can be good, poor, and in between.)",
    "“It’s a sign of being weak.” (Myth. It is not a choice, and asking for help takes courage.)",
]

SESSION = {
    "title": "Fact, myth, stereotype",
    "slug": "fact-myth-stereotype",
    "number": 2,
    "summary": "Pupils sort what people say about mental health, and find out what a stereotype does.",
    "codes": "HWB 4-06a",
    "setting": "space",
    "read_first": paragraphs(
        "A fact can be checked. A myth is wrong, but people believe it. A stereotype says that everyone in a group is "
        "the same. The third does most harm, as it sounds like knowledge of people.",
        "You don’t have to know everything. “I’m not sure, let’s find out” is a good answer and shows the class how "
        "checking is done.",
        "Don’t use examples of how people harm themselves, and don’t let the class trade them. It is not needed for "
        "any aim of this lesson.",
    ),
    "minutes_to_prepare": 10,
    "short_route": "Start with the sorting, use six of the nine cards, and leave out the headlines.",
    "cover_note": "The answers are on the cards in brackets: cut or fold them off before you hand the cards out. If a "
    "claim comes up that is not on a card, put it on a list called “to check” and leave the list for the class "
    "teacher.",
    "aims": lines(
        "I can tell a fact from a myth about mental health.",
        "I can explain what a stereotype is and what it does to a person.",
        "I can say how I would check something I hear.",
    ),
    "no_screen": "Write the three words on the board and read the cards out. Pupils hold up one, two or three fingers.",
    "to_print": lines("The nine cards, one set for each group, with the brackets folded back"),
    "to_prepare": lines(
        "The class’s own rules on the wall", "Three signs: fact, myth, stereotype", "Space to stand at each"
    ),
    "activities": [
        step(
            "talk",
            "Three words",
            7,
            4,
            teacher=paragraphs(
                "Read the class’s rules out together. Remind everyone how to sit out.",
                "Explain the three words with something harmless: “Cats sleep a lot” (fact). “Cats see in total "
                "darkness” (myth: they need a little light). “Cat owners are lonely” (stereotype).",
            ),
            board=lines(
                "Fact: it can be checked.",
                "Myth: people believe it, but it is wrong.",
                "Stereotype: “they are all like that”.",
            ),
        ),
        step(
            "cards",
            "Sort it",
            15,
            12,
            teacher=paragraphs(
                "Groups of four sort the cards under the three words. They must agree, and give a reason for each. "
                "Then read the brackets out one by one.",
                "Where groups disagree, ask: “How could we check?” Some cards are a myth and a stereotype; say so. A "
                "good argument matters more than the right pile.",
            ),
            board=lines("Fact?", "Myth?", "Stereotype?", "How could we check?"),
            cards=CARDS,
        ),
        step(
            "write",
            "Two headlines",
            13,
            None,
            teacher=paragraphs(
                "Read this made-up headline out: “Mental patient lived quietly next door to school”. In pairs: which "
                "word is meant to frighten? What do we know of the person? What do we not know?",
                "Each pair writes a headline that is fair. Read three or four aloud. Ask which one they would want if "
                "it was about somebody they like.",
            ),
            board=lines(
                "“Mental patient lived quietly next door to school”",
                "Which word is meant to frighten?",
                "Write a fair one.",
            ),
        ),
        step(
            "move",
            "What a stereotype does",
            10,
            6,
            teacher=paragraphs(
                "Tell the class about Sam, 15, who has not slept well for weeks. Sam is at the door of the guidance "
                "teacher. Read the stereotype cards again, one by one: after each, a volunteer playing Sam takes one "
                "step back from the door. (Or move a chair.)",
                "Then ask: what could someone say so that Sam takes a step towards the door? For each good sentence "
                "Sam steps forward, until the door is reached.",
            ),
            board=lines("Sam wants to knock on a door.", "What holds Sam back?", "What helps Sam take a step?"),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Put the “to check” list up where all can see it and say when you will come "
            "back to it.",
            board=lines("A thing I would say to Sam: …"),
        ),
    ],
    "ground_rules": RULES,
    "distancing": "Sam and the headline are made up. Talk about “people” and “Sam”, not about somebody in the news or "
    "in the school. If a pupil says “my cousin has that”, answer: “Thank you. Let’s keep real people out of it today, "
    "so that nobody is talked about who is not here.”",
    "opt_out": OPT_OUT,
    "closing": "Each person finishes, aloud or in their head: “A thing I would say to Sam is …”. Read the rules once "
    "more, let everyone shake out hands and shoulders, and say where help is: you, the guidance teacher, the lines on "
    "the board.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson looks at what is true about mental health, what is not, and how unfair pictures of people hold "
        "them back.",
        "At home you could ask: “What is one thing people get wrong?” It is fine not to know the answer yourself.",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
