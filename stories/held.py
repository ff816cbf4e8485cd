"""Everything we hold about one story, put into plain words for its author."""

import datetime
from typing import NamedTuple

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.languages import written_name
from workflows.people.models import AgeMark
from workflows.privacy.enums import LetterKind
from workflows.privacy.models import AccessLog, Consent, Letter
from workflows.review.enums import HEADLINE, ReadingState, SuggestionKind
from workflows.review.models import DaysToAvoid, Plea, Reading, Seal, Suggestion
from workflows.safeguarding.enums import RaisedBy
from workflows.safeguarding.models import Concern

from .adult_links import AdultLink
from .adults import Adult, AgreeBy
from .attachments import Attachment
from .endings import STATES, kept_until
from .enums import AttachedKind
from .lost import Claim
from .submission import Submission


class Part(NamedTuple):
    """One part of the list: its name, and what is in it as (what it is, what it says)."""

    name: str
    rows: list[tuple[str, str]]


CONTACT = {
    "value": gettext_lazy("Where we can reach you"),
    "times": gettext_lazy("Good times"),
    "message": gettext_lazy("Is it safe to leave a message"),
    "others": gettext_lazy("Does anyone else read or hear it"),
    "asked": gettext_lazy("The adult who could say yes with you"),
    "by": gettext_lazy("How they are asked"),
    "safe": gettext_lazy("How to reach you about an adult"),
    "who": gettext_lazy("Who they are"),
    "how": gettext_lazy("How we can reach them"),
}
ANSWERS = {
    "yes": gettext_lazy("Yes"),
    "no": gettext_lazy("No"),
    "unsure": gettext_lazy("You’re not sure"),
    **dict(Adult.choices),
    **dict(AgreeBy.choices),
}
TO_ADULT = gettext_lazy("We wrote to the adult you named. The letter has no name and no word of your story in it.")
LETTERS = gettext_lazy("We wrote to you. A letter never has a word of your story in it.")


def everything_held(submission: Submission, page=None) -> list[Part]:
    """Return every part that has something in it. `page` is the story's page as its latest draft stands, if any."""
    case = submission.case
    parts = [
        Part(_("Your story"), _words(submission) + _page(page)),
        Part(_("Your picture and your recording"), _attached(case)),
        Part(_("About you"), _about(submission)),
        Part(_("How to reach you"), list(_contact(submission.contact))),
        Part(_("What you agreed to"), _consents(case)),
        Part(_("Messages"), _messages(submission)),
        Part(_("Suggestions and your answers"), _suggestions(case, page)),
        Part(_("Dates"), _dates(submission, case)),
        Part(_("Who has opened your story"), _readers(case)),
        Part(_("Letters to you"), _letters(case)),
        Part(_("Worries you told us"), _worries(case)),
    ]
    return [
        Part(name, [(what, said) for what, said in rows if said]) for name, rows in parts if any(s for _w, s in rows)
    ]


def _words(submission):
    return [
        (_("Title"), submission.headline),
        (_("Words"), submission.words),
        (_("Name for the page"), submission.byline),
        (_("Why we won’t publish it"), submission.reason),
        (_("What you could do instead"), submission.alternative),
    ]


def _page(page):
    if page is None:
        return []
    return [
        (_("Title of your page"), page.headline),
        (_("Name on your page"), page.byline),
        (_("Words of your page"), "\n\n".join(text for _key, text in page.paragraphs if text)),
        (_("Words set in large type"), page.pull),
        (_("What the picture shows"), page.picture_alt),
        (_("What your own picture shows"), page.author_picture_alt),
        (_("Content notes"), ", ".join(page.notes)),
        (_("Topics"), ", ".join(str(topic) for topic in page.tags.all())),
    ]


def _attached(case):
    rows = []
    for one in Attachment.objects.kept().filter(case=case).select_related("text_by"):
        name = one.get_kind_display()
        size = _("A copy we made, %(size)s. We keep it locked with your story’s own key.") % {
            "size": filesizeformat(one.size)
        }
        rows += [(name, size), (_("You gave it to us"), day(one.at))]
        told = _("What it shows, in words") if one.kind == AttachedKind.PICTURE else _("What it says, in words")
        by_staff = _("Our staff wrote this down: %(text)s") % {"text": one.text}
        rows.append((told, by_staff if one.text and one.text_by else one.text))
        rows.append((told, _("Your written words say the same.") if one.in_words else ""))
    return rows


def _about(submission):
    mark = AgeMark.of(submission.case)
    return [
        (_("How old you are"), submission.get_band_display()),
        (_("The age we use to choose readers"), mark.get_band_display() if mark else ""),
        (_("How you appear"), submission.get_appear_display()),
        (_("Your language"), written_name(submission.language)),
        (_("How it came to us"), submission.get_brought_how_display()),
        (_("Words for which we showed you help"), ", ".join(submission.marked.get("words", []))),
        (_("How we may reach you"), submission.get_reach_display()),
        (_("About an adult who agreed"), submission.agreement),
        (_("Your ten words"), _("We don’t keep them. We keep a mark that shows whether the right ones were typed.")),
    ]


def _contact(contact):
    for key, value in contact.items():
        if isinstance(value, dict):
            yield from _contact(value)
        else:
            yield str(CONTACT.get(key, key)), str(ANSWERS.get(value, value))


def _consents(case):
    rows = []
    for consent in Consent.objects.filter(case=case).select_related("wording").order_by("given_at"):
        text = _("%(text)s You agreed on %(date)s.") % {"text": consent.wording.text, "date": day(consent.given_at)}
        if consent.ends_on:
            text += " " + _("It holds until %(date)s.") % {"date": day(consent.ends_on)}
        if consent.ended_at:
            text += " " + _("You ended this on %(date)s.") % {"date": day(consent.ended_at)}
        rows.append((capfirst(consent.get_use_display()), text))
    return rows


def _messages(submission):
    rows = []
    for line in submission.messages.all():
        rows.append((f"{_('You') if line.by_author else _('Our staff')}, {day(line.at)}", line.text))
        who = _("Seen by our staff") if line.by_author else _("Seen by you")
        rows.append((who, day(line.seen_at)))
    return rows


def _suggestions(case, page):
    places = {HEADLINE: _("Your title")}
    numbered = enumerate(page.paragraphs if page else [], start=1)
    places |= {key: _("Part %(number)s") % {"number": number} for number, (key, _text) in numbered}
    rows, asked_to_keep = [], {plea.paragraph: plea for plea in Plea.objects.filter(case=case)}
    for row in Suggestion.objects.filter(case=case):
        if row.is_file:
            continue  # the file itself is above
        place = places.get(row.paragraph, _("A part"))
        plea = asked_to_keep.get(row.paragraph) if row.kind == SuggestionKind.MUST else None
        rows += [
            (_("%(place)s: your words then") % {"place": place}, row.before),
            (_("%(place)s: suggested") % {"place": place}, row.after),
            (_("%(place)s: why") % {"place": place}, row.reason),
            (_("%(place)s: your answer") % {"place": place}, row.get_answer_display() if row.answer else ""),
            (_("%(place)s: your new words") % {"place": place}, row.own_words),
            (_("%(place)s: you asked to keep it") % {"place": place}, day(plea.asked_at) if plea else ""),
        ]
    return rows


def _dates(submission, case):
    seals = Seal.objects.filter(case=case).order_by("at")
    link = AdultLink.objects.filter(submission=case).first()
    return [
        (_("You began"), day(submission.created_at)),
        (_("You sent it"), day(submission.sent_at)),
        (_("You changed what you sent"), day(submission.changed_at)),
        (_("You agreed on paper"), day(submission.paper_on)),
        (_("What you agreed on paper holds until"), day(submission.paper_ends_on)),
        (_("We decided not to publish it"), day(submission.declined_at)),
        *[(_("As things stand, we keep it until"), day(kept_until(case, state))) for state in STATES],
        (_("We promised an answer by"), day(submission.due_on)),
        (_("An adult’s agreement was written down"), day(submission.agreed_at)),
        (_("Your link for an adult works until"), day(link.ends_on) if link else ""),
        (_("An adult answered it"), _adults_answer(link) if link and link.answered_at else ""),
        (_("You said that you are fine with it being out"), day(submission.settled_at)),
        *[(_("You said yes to the page"), day(seal.at)) for seal in seals],
        *[(_("Somebody asked for new ten words"), day(row.made_at)) for row in Claim.objects.filter(story=case)],
        *[(_("Your page must not come out"), _span(row.days)) for row in DaysToAvoid.objects.filter(case=case)],
    ]


def _adults_answer(link):
    return f"{day(link.answered_at)}: {_('They said yes.') if link.agrees else _('They said no.')}"


def _span(days):
    first, last = (day(datetime.date.fromisoformat(days[name])) for name in ("first", "last"))
    return first if first == last else f"{first} – {last}"


def _readers(case):
    read = Reading.objects.filter(case=case, state__in=[ReadingState.OPEN, ReadingState.DONE]).count()
    opened = AccessLog.objects.filter(case=case).order_by("at")
    rows = [(_("Trained volunteers who opened it"), str(read) if read else "")]
    return rows + [(day(line.at), _("Our staff opened it.")) for line in opened]


def _letters(case):
    letters = Letter.objects.filter(case=case, person=None).order_by("created_at")
    return [(day(letter.created_at), f"{_about_letter(letter)} {letter.address or ''}".strip()) for letter in letters]


def _about_letter(letter):
    return TO_ADULT if letter.kind == LetterKind.ADULT_ASKED else LETTERS


def _worries(case):
    own = Concern.objects.filter(case=case, raised_by=RaisedBy.AUTHOR).order_by("raised_at")
    return [(day(worry.raised_at), worry.text or _("You told us that you were worried.")) for worry in own]


def day(moment) -> str:
    """Return a day in words, empty for none."""
    if moment is None:
        return ""
    return date_format(timezone.localdate(moment) if hasattr(moment, "hour") else moment, "j F Y")
