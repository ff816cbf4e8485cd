"""Session 7 of S3–S4: Rights at school."""

from .shared import DISCLOSURE, OPT_OUT, RULES, TEACHER_SUPPORT, letter, lines, paragraphs, step

CARDS = [
    "Article 12. You have the right to say what you think in matters that concern you, and to be taken seriously.",
    "Article 16. You have the right to privacy.",
    "Article 23. If you are disabled, you have the right to live a full life and to be supported in it.",
    "Article 24. You have the right to the best possible health, and to care when you are ill.",
    "Article 28. You have the right to education. Discipline must respect your dignity.",
    "Article 31. You have the right to rest, to play and to free time.",
    "Scene: Dani has been off for six weeks. On the first day back a teacher asks in front of all: “So what was it?”",
    "Scene: Frankie asks to sit near the door. The answer: “If I do it for you I have to do it for all.”",
    "Scene: A school writes a plan for wellbeing. No pupil was asked.",
    "Scene: Charlie’s homework takes until ten each night. Charlie has stopped swimming.",
    "Scene: Sky has a long-term mental health condition. The school trip is “not suitable for Sky”. Sky was not asked.",
]

SESSION = {
    "title": "Rights at school",
    "slug": "rights-at-school",
    "number": 7,
    "summary": "Children’s rights laid beside school life, and one thing this class could change.",
    "codes": "HWB 4-09a",
    "setting": "classroom",
    "read_first": paragraphs(
        "Rights are not a reward for good behaviour. They are there from the start. In Scotland the United Nations "
        "Convention on the Rights of the Child has been part of the law since July 2024: public bodies must respect "
        "it.",
        "A long-term mental health condition can be a disability in the sense of the Equality Act 2010. Then a school "
        "must not treat a pupil worse for it. You don’t need to be a lawyer: if a question goes further, write it "
        "down and find out.",
        "This lesson may lead to criticism of your school. That is its purpose. Take it in, write it down, promise "
        "only what you can keep.",
    ),
    "minutes_to_prepare": 15,
    "short_route": "Match two scenes together in place of five, then choose one change and close.",
    "cover_note": "Match the first two scenes with the class, as written on the cards. If the class agrees on a "
    "change, write it on a sheet for the class teacher. Don’t promise anything for the school.",
    "aims": lines(
        "I can name three rights of children that matter for mental health.",
        "I can match a right to a scene from school life.",
        "I can say one thing our class could ask to change, and whom to ask.",
    ),
    "no_screen": "Cards and a large sheet are enough.",
    "to_print": lines("The cards, one set for each group: six rights and five scenes", "One large sheet"),
    "to_prepare": lines(
        "Find out who in your school takes up what pupils ask for, such as the pupil council",
        "Agree with that person when the class will get an answer",
        "The class’s rules on the wall",
    ),
    "activities": [
        step(
            "talk",
            "Wish, rule or right?",
            7,
            3,
            teacher="Rules, and how to sit out. Say three sentences: “I want a later bus.” “No hoods in class.” “I "
            "may say what I think about things that concern me.” Which is a wish, which a rule, which a right? Who "
            "could take it away?",
            board=lines("A wish", "A rule", "A right: yours from the start"),
        ),
        step(
            "cards",
            "Lay the right beside the scene",
            16,
            10,
            teacher=paragraphs(
                "Each group lays one or more rights beside each scene. There is often more than one. Then they change "
                "one thing in the scene so that the right is respected. How little is enough?",
                "Take the scenes one by one. Dani: privacy. Frankie: fair is not the same for everyone. The plan: "
                "being heard. Charlie: rest and play. Sky: full life, and being heard.",
            ),
            board=lines("Which right belongs here?", "What one change would respect it?"),
            cards=CARDS,
        ),
        step(
            "move",
            "Who can do something?",
            8,
            None,
            teacher="Five places in the room: pupils, class teacher, head teacher, council, government. Read a change "
            "from the last activity. Everyone goes to the one who could make it. Often it is nearer than they think: "
            "ask someone from each place what the first step is.",
            board=lines("Who could change it?", "What is the first step?"),
        ),
        step(
            "write",
            "One change",
            14,
            9,
            teacher=paragraphs(
                "Each pupil writes one small change in this school that would respect a right of everyone. No names. "
                "Collect, read them out, group those that are alike. The class chooses one by a show of hands.",
                "Write it on the sheet with three lines: what, why (which right), whom we ask. Say when they will "
                "hear, and keep that day, even if the answer is no. A no gets a reason.",
            ),
            board=lines("What should change?", "Which right is it about?", "Whom do we ask, and when do we hear?"),
        ),
        step(
            "talk",
            "Closing",
            5,
            3,
            teacher="Do the closing below. Write the day of the answer where all can see it.",
            board=lines("We asked for: …", "We hear by: …"),
        ),
    ],
    "ground_rules": RULES + "\nWe talk about how things are done, not about single teachers or pupils.",
    "distancing": "The five scenes are made up. When the class looks at its own school, it looks at rules, times and "
    "places, never at a person. If somebody was treated badly themselves, that is not for the sheet: offer a talk "
    "after the lesson.",
    "opt_out": OPT_OUT,
    "closing": "The whole class signs the sheet or leaves a thumbprint; nobody has to. Read aloud what it asks for. "
    "Give the class a minute to clap itself on the shoulder, or to sit in peace.",
    "disclosure": DISCLOSURE,
    "letter": letter(
        "This lesson is about children’s rights and mental health at school. The class will ask for one change and "
        "will get an answer.",
        "At home you could ask: “Which right is the most important one for you?”",
    ),
    "teacher_support": TEACHER_SUPPORT,
}
