"""The first words of the plain pages, as a fresh site has them. Editors change them in Wagtail, not here."""

HOME = [
    (
        "hero",
        {
            "heading": "Your story. Your words. Your say.",
            "text": "Young people, volunteers and schools in Scotland, ending mental health stigma together. "
            "Nothing is published until its author says yes to every word.",
            "buttons": [{"type": "item", "id": "share", "value": {"text": "Share your story", "page": None}}],
        },
    ),
    ("stories", {"heading": "Stories, in people’s own words", "number": 6}),
    (
        "pack",
        {
            "heading": "What’s on your mind? A pack made with young people, for schools",
            "text": "Lessons about mental health and stigma, each ready to teach. Free, editable, no sign-up.",
            "button": "See the pack",
            "page": None,
            "changes": None,
        },
    ),
]

HELP = [
    ("heading", "This site is not watched all the time"),
    (
        "text",
        "<p>We read stories on working days. We can’t answer right away. The people on this page can.</p>"
        "<p>If you or someone else is in danger now, call 999. You can also go to the nearest hospital emergency "
        "department.</p>",
    ),
    ("heading", "If calling feels too hard"),
    (
        "text",
        "<ul><li>You can text Shout. You don’t have to speak.</li>"
        "<li>You can write down one sentence first, and read it out.</li>"
        "<li>You can ask a friend, a parent or a teacher to sit with you while you call.</li>"
        "<li>You can hang up at any time. You can call again.</li></ul>",
    ),
]

SAFELY = [
    ("heading", "Leaving quickly"),
    (
        "text",
        "<p>On pages about help, stories and sharing there is a button “Leave this site”. It takes you to a page "
        "about the weather. Pressing Shift three times does the same.</p>"
        "<p>If you were writing a story, leaving also closes it. What you saved before is kept, and your ten words "
        "open it again.</p>",
    ),
    (
        "callout",
        {
            "kind": "callout",
            "title": "The browser still remembers.",
            "text": "Leaving doesn’t remove this site from the list of pages the browser has visited.",
        },
    ),
    ("heading", "On a phone or computer other people use"),
    (
        "text",
        "<ul><li>Open a private window before you start. It keeps no list of pages.</li>"
        "<li>Close the window when you stop. We also close your story after half an hour without a key pressed.</li>"
        "<li>Tabs that show your story are called “Golden Thread” and nothing more.</li>"
        "<li>Keep your ten words somewhere only you look.</li></ul>",
    ),
    ("heading", "Phone bills and lists of calls"),
    (
        "text",
        "<ul><li>Calls to Childline and Samaritans, and texts to Shout, are free. These three say that they are not "
        "shown on a bill from the large phone companies.</li>"
        "<li>Other numbers may be shown on a bill.</li>"
        "<li>The phone itself keeps a list of calls and texts. You can delete them there.</li>"
        "<li>A web page you opened is in the browser’s history. Look there for “history”, then “delete” or “clear”. "
        "Delete this site alone: an empty history can be noticed too.</li></ul>",
    ),
    ("heading", "Before you share"),
    (
        "text",
        "<p>Think of someone at school, at work or at home reading it and guessing it is you. Is that all right "
        "today? Would it be all right in two years? You can leave out names and places, and you can choose to "
        "show no name at all.</p><p>You can take your story back at any time. People may have read, saved or "
        "copied a page before that, and we can’t undo this.</p>",
    ),
    ("help", {"heading": "If you want to talk it through"}),
]

PRIVACY = [
    ("heading", "If you only look around"),
    (
        "text",
        "<p>We don’t follow you. There are no adverts, no counters that know you, and nothing on our pages comes "
        "from other companies. Your browser gets no cookie from us while you read.</p>",
    ),
    ("heading", "If you share a story"),
    (
        "text",
        "<ul><li>We ask for your age as a range, your words, how you want to appear, and one safe way to reach you. "
        "You can choose not to be reached.</li>"
        "<li>What you send is locked with a key of its own. A few trained people can open it: safeguarding staff, "
        "two champions, and an editor. Only safeguarding staff can see how to reach you, and each time is written "
        "down.</li>"
        "<li>A cookie keeps your place while you write. It ends when you leave.</li></ul>"
        "<p>A story about your mental health is information about your health. The law gives it extra protection. "
        "We ask for your clear yes to hold it, and another clear yes to publish it. You can take both back.</p>",
    ),
    ("heading", "When we would have to tell someone"),
    (
        "text",
        "<p>If we think you or someone else could be seriously hurt, we may have to tell police or social work. "
        "We’ll try to tell you first. If you don’t say how to reach you, we can’t send help.</p>",
    ),
    ("heading", "How long we keep it"),
    (
        "text",
        "<ul><li>A story you began and did not send: 30 days.</li>"
        "<li>A story you take back: the page goes at once, and we destroy the key to what you sent.</li>"
        "<li>Copies kept in case a machine breaks are gone after 30 days.</li></ul>",
    ),
    ("heading", "What you can ask for"),
    (
        "text",
        "<p>You can see everything we hold about you, correct it, take it with you, or have it erased. With your "
        "ten words you can do most of this yourself in “Return to my story”. In Scotland you can ask for these "
        "things yourself from about the age of 12.</p>"
        "<p>If you think we got something wrong, tell us on “Complain or report a page”. We tell you within "
        "30 days that we have it. You can also go to the Information Commissioner’s Office, which looks after "
        "these rights: 0303 123 1113.</p>",
    ),
]

PRIVACY_ADULTS = [
    ("heading", "Who answers for your data"),
    (
        "text",
        "<p>The charity that runs this site decides why and how data is used here. It is the controller under UK data "
        "protection law. Whom to write to stands further down.</p>"
        "<p>There is a page on the same in fewer words: “Privacy, in plain words”. It is written for young people, "
        "and it is true for you too.</p>",
    ),
    ("heading", "If you read"),
    (
        "text",
        "<p>We set no cookie, measure nothing about you and ask no other company for anything. Our server needs your "
        "network address to answer. It keeps it for safety only, and not beside what you read.</p>",
    ),
    ("heading", "If you share a story, or agree for a young person"),
    (
        "text",
        "<ul><li>A story about mental health is data about health. We ask for explicit consent to hold it, and for a "
        "separate consent for each use. Each can be ended by itself.</li>"
        "<li>A young person of 13 or more decides about their own story. For those under 16 we ask an adult to agree "
        "as well. The adult sees what they are asked, and not the young person’s code.</li>"
        "<li>What is sent is encrypted with a key of its own. Erasing a story destroys that key.</li>"
        "<li>Ways to reach an author are kept apart from the words. Each look at them is written down.</li></ul>",
    ),
    ("heading", "If you work or volunteer here"),
    (
        "text",
        "<p>We keep your name, your email address, which training and checks you have and until when, and which "
        "stories you opened. We don’t keep what a disclosure certificate says.</p>",
    ),
    ("heading", "If you teach"),
    (
        "text",
        "<p>Packs need no account. We count downloads by the day and never by the person.</p>",
    ),
    ("heading", "Whom we tell"),
    (
        "text",
        "<p>Nobody, by routine. If somebody could be seriously hurt, safeguarding staff may tell police or social "
        "work. They write down whom they told, why, and on what ground.</p>",
    ),
    ("heading", "What you can ask for"),
    (
        "text",
        "<p>You can ask to see your data, to correct it, to take it with you, to have it erased, or that we stop using "
        "it. Authors do most of this themselves in “Return to my story”. If we get it wrong, use “Complain or report "
        "a page”. You can also go to the Information Commissioner’s Office: 0303 123 1113.</p>",
    ),
]

ACCESSIBILITY = [
    ("heading", "What should work for you"),
    (
        "text",
        "<ul><li>Every page works with a keyboard, with a screen reader and without JavaScript.</li>"
        "<li>You can make the text four times as large. Nothing is lost.</li>"
        "<li>Pages follow your device: dark or light, strong contrast, less movement.</li>"
        "<li>What you press is at least as large as a fingertip.</li>"
        "<li>Forms never run out of time without keeping what you wrote.</li></ul>"
        "<p>Our aim is the standard WCAG 2.2, level AA. A machine checks every kind of page for it whenever we "
        "change something. People find what machines can’t, so please tell us.</p>",
    ),
    ("heading", "What does not work yet"),
    (
        "text",
        "<ul><li>Stories have no spoken version and no version in British Sign Language yet.</li>"
        "<li>Nobody outside our team has tested the site yet.</li></ul>",
    ),
    ("heading", "Tell us"),
    (
        "text",
        "<p>Say which page it was and what got in your way. You can also ask for a page in large print or as plain "
        "text. The address is on “Complain or report a page”. If our answer does not help, the Equality Advisory "
        "and Support Service can: 0808 800 0082.</p>",
    ),
]

TOGETHER = [
    ("heading", "The golden thread"),
    (
        "text",
        "<p>People who have lived with mental health problems are part of everything here, from the first word to "
        "the last. At the end of each story you can see how: who wrote it, that others read it, that its author "
        "decided every change.</p>",
    ),
    ("heading", "The way of a story"),
    (
        "text",
        "<ol><li>Someone writes it and sends it. They need no account.</li>"
        "<li>Safeguarding staff read it first, and think about the writer.</li>"
        "<li>Two champions read it. They are trained volunteers with lived experience. They can suggest changes, "
        "and say why.</li>"
        "<li>An editor suggests a picture and notes on what the story mentions.</li>"
        "<li>The author sees every suggestion and the whole page. They use it, keep their own words, or say it "
        "another way.</li>"
        "<li>Only after their yes does the page go out.</li></ol>"
        "<p>The author can take the page down at any time, without saying why.</p>",
    ),
    ("heading", "When we can’t publish something"),
    (
        "text",
        "<p>We can’t publish how someone hurt themselves, numbers about eating or weight, or anything that lets "
        "other people be recognised who were not asked. We say which part it is and why. The author decides what "
        "to do.</p>",
    ),
]

COMPLAIN = [
    ("heading", "Is something on a page not right?"),
    (
        "text",
        "<p>A page may tell who somebody is, be unkind, or worry you. Press “Report this page” at the foot of any page, "
        'or <a href="/en/report/">tell us with this form</a>. You don’t have to be sure, and you don’t have to give '
        "your name. Safeguarding staff read it on working days.</p>",
    ),
    (
        "callout",
        {
            "kind": "callout",
            "title": "If somebody is in danger now, call 999.",
            "text": "We don’t read reports all the time.",
        },
    ),
    ("heading", "Is something wrong with how we treated you?"),
    (
        "text",
        "<p>Write to "
        '<a href="mailto:hello@goldenthread.example">hello@goldenthread.example</a>. '
        "We tell you within 30 days that we have it, and who looks at it. It is never "
        "the person it is about. We tell you what we found and what we change.</p>"
        '<p>Is it about your data, what we know or keep about you? <a href="/en/complain/data/">Tell us with this '
        "form</a>. You need no account and no name.</p>",
    ),
]

PAGES = [  # kind, slug, title, introduction, text, foot
    (
        "helppage",
        "help",
        "All help lines",
        "These people listen. You don’t need a reason that is big enough. Calls and texts on this page are free "
        "unless it says so.",
        HELP,
        "help",
    ),
    (
        "plainpage",
        "safely",
        "Using this site safely",
        "How to leave quickly, what others could see, and what to think about before you share.",
        SAFELY,
        "help",
    ),
    (
        "plainpage",
        "together",
        "How we work together",
        "How a story becomes a page, and who decides.",
        TOGETHER,
        "about",
    ),
    (
        "plainpage",
        "privacy",
        "Privacy, in plain words",
        "What we know about you, who sees it, and how you get it back.",
        PRIVACY,
        "about",
    ),
    (
        "plainpage",
        "privacy-adults",
        "Privacy notice for adults",
        "Who answers for your data, what we hold and on what ground, and what you can ask for.",
        PRIVACY_ADULTS,
        "about",
    ),
    (
        "plainpage",
        "accessibility",
        "Accessibility",
        "This site is for everybody. Here is what works, what does not yet, and how to tell us.",
        ACCESSIBILITY,
        "about",
    ),
    (
        "plainpage",
        "complain",
        "Complain or report a page",
        "Tell us when something is not right. It reaches people who can act.",
        COMPLAIN,
        "about",
    ),
    (
        "articlesindexpage",
        "news",
        "News and guest articles",
        "What happens here, and what people who know tell us.",
        [],
        "part",
    ),
    (
        "projectsindexpage",
        "projects",
        "People’s projects",
        "What people with lived experience make, and how to join in.",
        [],
        "part",
    ),
    (
        "whatchangedpage",
        "what-changed",
        "What changed",
        "What people told us, what we did about it, and what we did not do and why.",
        [],
        "",
    ),
]

LINES = [
    {
        "name": "Childline",
        "about": "Counsellors for children and young people in the UK. You can talk about anything.",
        "phone": "0800 1111",
        "ages_to": 18,
        "hours": "day and night",
        "web": "https://www.childline.org.uk",
        "order": 10,
    },
    {
        "name": "Samaritans",
        "about": "Someone who listens and does not judge, whatever it is.",
        "phone": "116 123",
        "hours": "day and night",
        "web": "https://www.samaritans.org",
        "order": 20,
    },
    {
        "name": "Shout",
        "about": "Trained volunteers answer by text. Nobody hears you.",
        "text_keyword": "SHOUT",
        "text_number": "85258",
        "hours": "day and night",
        "web": "https://giveusashout.org",
        "order": 30,
    },
    {
        "name": "Life in danger",
        "about": "Police, ambulance and fire. Call when someone could die or be badly hurt.",
        "phone": "999",
        "bar_text": "Life in danger: call 999",
        "hours": "day and night",
        "order": 40,
    },
]

CRISIS = [
    "suicide",
    "suicidal",
    "kill myself",
    "killing myself",
    "end it",
    "end my life",
    "want to die",
    "wanna die",
    "better off dead",
    "self harm",
    "self-harm",
    "selfharm",
    "hurt myself",
    "hurting myself",
    "cut myself",
    "cutting",
    "overdose",
    "kms",
    "no way out",
    "can't go on",
    "don't want to live",
    "don't want to be here",
    "unalive",
]
