"""The doors for schools: news by email, asking for a visit, saying what they think. No account anywhere."""

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from home.errors import gone
from workflows.privacy.networks import network_of
from workflows.review.errors import Refused

from ..models import PackPage, SessionPage
from .enums import Who
from .evaluating import evaluate
from .forms import EvaluationForm, NewsForm, RankForm, VisitForm
from .models import Evaluation, Proposal
from .news import ask_for_news, behind, confirm_news, leave_news
from .proposing import prefer_once
from .visiting import REPLY_DAYS, ask_for_visit

TEMPLATES = "toolkits/taking_part/"
SALT = "toolkits.thanks"
AN_HOUR = 3600  # seconds in which somebody who answered may also rank


def _pack(slug: str) -> PackPage:
    pack = get_object_or_404(PackPage.objects.live().public(), slug=slug, locale__language_code=get_language())
    if pack.is_paused():
        raise Http404
    return pack


def _posted(request):
    return request.POST if request.method == "POST" else None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def news(request, slug):
    """Ask for an address; whoever gives one hears from us once, and then only after they confirmed."""
    pack = _pack(slug)
    form = NewsForm(_posted(request))
    if form.is_valid():
        try:
            address = form.cleaned_data["address"]
            ask_for_news(pack=pack, address=address, language=get_language(), network=network_of(request))
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            return render(request, f"{TEMPLATES}news_asked.html", {"pack": pack})
    return render(request, f"{TEMPLATES}news.html", {"pack": pack, "form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def news_link(request, token):
    """What a letter leads to: confirm, read what changed, or leave by one press. Opening it changes nothing."""
    row = behind(token)
    if row is None:
        return gone(request)
    if request.method == "POST" and "leave" in request.POST:
        leave_news(row=row)
        return render(request, f"{TEMPLATES}news_left.html", {"pack": row.pack})
    if request.method == "POST":
        confirm_news(row=row)
        return redirect("schools:news_link", token)
    release = row.pack.current_release()
    return render(request, f"{TEMPLATES}news_link.html", {"row": row, "pack": row.pack, "release": release})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request, slug):
    """Take what a school needs for a visit by young facilitators."""
    pack = _pack(slug)
    sessions = SessionPage.objects.descendant_of(pack).teachable().order_by("path")
    form = VisitForm(_posted(request), sessions=sessions)
    if form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("school", "contact", "address", "dates", "sessions")}
        if ask_for_visit(pack=pack, language=get_language(), **told):
            return render(request, f"{TEMPLATES}visit_asked.html", {"pack": pack, "days": REPLY_DAYS})
        return render(request, f"{TEMPLATES}too_many.html", {"pack": pack}, status=429)
    return render(request, f"{TEMPLATES}visit.html", {"pack": pack, "form": form, "days": REPLY_DAYS})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request, session, who):
    """Ask a pupil or a teacher what they think of a session. Nothing of who they are is asked or kept."""
    who = _who(who)
    lesson = get_object_or_404(SessionPage.objects.teachable().public(), pk=session)
    form = EvaluationForm(_posted(request), who=who)
    if form.is_valid():
        try:
            row = evaluate(session=lesson, who=who, scales=form.scales(), change=form.cleaned_data["change"])
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect("schools:thanks", signing.dumps(row.pk, salt=SALT))
    return render(request, f"{TEMPLATES}tell.html", {"lesson": lesson, "form": form, "who": who})


def _who(who: str) -> Who:
    if who not in Who.values:
        raise Http404
    return Who(who)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request, token):
    """Thank, and let somebody who answered say once which proposal matters most to them."""
    try:
        row = Evaluation.objects.select_related("session").get(pk=signing.loads(token, salt=SALT, max_age=AN_HOUR))
    except (signing.BadSignature, Evaluation.DoesNotExist):
        return gone(request)
    pack = PackPage.objects.ancestor_of(row.session).first()
    proposals = Proposal.objects.filter(pack=pack).ranked()
    form = RankForm(_posted(request), proposals=proposals, several=False)
    if not row.has_ranked and form.is_valid():
        prefer_once(evaluation=row, proposal=form.cleaned_data["proposals"])
        return redirect("schools:thanks", token)
    context = {"row": row, "pack": pack, "form": form, "asks": bool(proposals) and not row.has_ranked}
    return render(request, f"{TEMPLATES}thanks.html", context)


@require_safe
def paper(request, session, who):
    """Show the same questions on one sheet to print."""
    who = _who(who)
    lesson = get_object_or_404(SessionPage.objects.teachable().public(), pk=session)
    form = EvaluationForm(who=who)
    return render(request, f"{TEMPLATES}paper.html", {"lesson": lesson, "form": form, "who": who})
