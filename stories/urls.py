"""The author's addresses: sharing, the door, and the room behind it; and safeguarding's intake."""

from django.urls import include, path

from .enums import AttachedKind
from .steps import NUMBERS
from .views import (
    adult,
    asides,
    attach,
    bringing,
    changing,
    complaints,
    days,
    deciding,
    door,
    holding,
    intake,
    lost,
    my_story,
    share,
    shown,
    shown_to_readers,
    taking_back,
    talking,
    uses,
    worries,
)

app_name = "stories"
intake_room = [
    path("", intake.intake, name="intake"),
    path("bring/", bringing.bring, name="intake_bring"),
    path("lost/<uuid:pk>/", lost.claim, name="intake_claim"),
    path("lost/<uuid:pk>/hide/", lost.hide, name="intake_claim_hide"),
    path("lost/<uuid:pk>/prove/", lost.prove, name="intake_claim_prove"),
    path("lost/<uuid:pk>/give/", lost.give, name="intake_claim_give"),
    path("lost/<uuid:pk>/end/", lost.end, name="intake_claim_end"),
    path("words/<uuid:pk>/", worries.check, name="intake_words"),
    path("<uuid:case>/", intake.one_story, name="intake_story"),
    path("<uuid:case>/ten-words/", bringing.ten_words, name="intake_ten_words"),
    path("<uuid:case>/agreement/", intake.record, name="intake_agreement"),
    path("<uuid:case>/adult-link/", intake.adult_link, name="intake_adult_link"),
    path("<uuid:case>/accept/", intake.accept_story, name="intake_accept"),
    path("<uuid:case>/ask/", intake.ask_author, name="intake_ask"),
    path("<uuid:case>/decline/", intake.decline_story, name="intake_decline"),
    path("<uuid:case>/contact/", intake.show_contact, name="intake_contact"),
    path("<uuid:case>/worry/", worries.worry, name="intake_worry"),
    path("<uuid:case>/worries/", worries.worries, name="intake_worries"),
    *[
        path(f"<uuid:case>/{kind}/", shown_to_readers.sent, {"kind": kind}, name=f"intake_{kind}")
        for kind in AttachedKind.values
    ],
    *[
        path(f"<uuid:case>/{kind}/words/", intake.say_in_words, {"kind": kind}, name=f"intake_{kind}_words")
        for kind in AttachedKind.values
    ],
]
urlpatterns = [
    path("complain/data/", complaints.form, name="complain"),
    path("complain/data/received/", complaints.received, name="complaint_received"),
    path("desk/complaints/", complaints.complaints, name="complaints"),
    path("desk/complaints/<uuid:case>/", complaints.complaint, name="complaint"),
    path("share/", share.start, name="share"),
    path("share/what-happens/", share.words_about, {"page": "what_happens"}, name="share_what_happens"),
    path("share/not-today/", share.words_about, {"page": "not_today"}, name="share_not_today"),
    path("share/not-yet/", share.words_about, {"page": "not_yet"}, name="share_not_yet"),
    path("share/saved/", share.words_about, {"page": "saved"}, name="share_saved"),
    path("share/age/", share.age, name="share_age"),
    path("share/check/", share.check, name="share_check"),
    path("share/ten-words/", share.code, name="share_code"),
    path("share/sent/", share.sent, name="share_sent"),
    path("share/help-me-write/", asides.help_me_write, {"step": "help"}, name="share_help"),
    path("share/reach-you/", asides.reach, name="share_reach"),
    path("share/adult-link/", adult.new_link, name="new_adult_link"),
    path("share/adult-answer/", adult.answer, name="adult_answer"),
    path("share/adult-thanks/", adult.words_for, {"page": "thanks"}, name="adult_thanks"),
    path("share/adult-ended/", adult.words_for, {"page": "ended"}, name="adult_ended"),
    path("share/adult/<str:token>/", adult.asked, name="adult_link"),
    *[path(f"share/{step}/", share.step, {"step": step}, name=f"share_{step}") for step in NUMBERS],
    path("share/picture/", attach.picture, name="share_picture"),
    path("share/sound/", attach.sound, name="share_sound"),
    path("desk/intake/", include(intake_room)),
    path("stories/<slug:slug>/<uuid:pk>/", shown.attached, name="attached"),
    path("my-story/", door.door, name="door"),
    path("my-story/lost/", lost.lost, name="lost"),
    path("my-story/lost/sent/", lost.lost_sent, name="lost_sent"),
    path("my-story/not-me/", lost.not_me, name="not_me"),
    path("my-story/room/", my_story.room, name="my_story"),
    path("my-story/message/", my_story.message, name="message"),
    path("my-story/worry/", my_story.worry, name="worry"),
    path("my-story/talk/", talking.talk, name="talk"),
    path("my-story/call/", talking.call, name="call"),
    path("my-story/settled/", talking.settled, name="settled"),
    path("my-story/everything/", holding.everything, name="everything"),
    path("my-story/everything.json", holding.everything_file, name="everything_file"),
    path("my-story/suggestions/", deciding.suggestions, name="suggestions"),
    path("my-story/change/", changing.change, name="change"),
    path("my-story/keep-old/", changing.keep_old, name="keep_old"),
    path("my-story/days/", days.days, name="days"),
    path("my-story/days/free/", days.free_days, name="free_days"),
    path("my-story/more-time/", changing.more_time, name="more_time"),
    path("my-story/page/", deciding.the_page, name="the_page"),
    path("my-story/page/details/", deciding.thread_details, name="thread_details"),
    path("my-story/uses/", uses.uses, name="uses"),
    path("my-story/uses/longer/", uses.longer, name="longer"),
    path("my-story/uses/tell/", uses.tell, name="tell"),
    path("my-story/uses/copy/", uses.receipt, name="receipt"),
    path("my-story/soon/", deciding.soon, name="soon"),
    path("my-story/second-thoughts/", deciding.second_thoughts, name="second_thoughts"),
    path("my-story/take-back/", taking_back.taking_back, name="take_back"),
    path("my-story/taken-back/", taking_back.taken_back, name="taken_back"),
    *[path(f"my-story/{kind}/", shown.own, {"kind": kind}, name=f"own_{kind}") for kind in AttachedKind.values],
    *[
        path(f"desk/readings/<uuid:pk>/{kind}/", shown_to_readers.read, {"kind": kind}, name=f"reading_{kind}")
        for kind in AttachedKind.values
    ],
]
