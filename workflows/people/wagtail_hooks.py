"""What people adds to the Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .inviting import invite
from .leaving import keep_readers, keep_readers_among_many
from .meeting import say_which_hands_keep_apart
from .reads import reads_menu_item, reads_urls
from .reports import report_menu_item, report_urls
from .viewsets import PeopleViewSet

register_snippet(PeopleViewSet)
hooks.register("after_create_user", invite)
hooks.register("after_create_user", say_which_hands_keep_apart)
hooks.register("after_edit_user", say_which_hands_keep_apart)
hooks.register("before_delete_user", keep_readers)
hooks.register("before_bulk_action", keep_readers_among_many)
for urls, entry in ((report_urls, report_menu_item), (reads_urls, reads_menu_item)):
    hooks.register("register_admin_urls", urls)
    hooks.register("register_reports_menu_item", entry)
