"""When what somebody may do changes, they sign in again: every session they have ends."""

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed
from django.dispatch import receiver

from .models import User

CHANGES = {"post_add", "post_remove", "pre_clear"}


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
def end_with_the_role(sender, instance, action, pk_set, **kwargs):
    """End the sessions of whoever gained or lost a role or a right, seen from either side."""
    if action not in CHANGES or pk_set == set():
        return
    if isinstance(instance, User):
        User.objects.filter(pk=instance.pk).end_sessions()
        instance.refresh_from_db(fields=["sessions_ended"])
    elif pk_set is None:
        instance.user_set.all().end_sessions()
    else:
        User.objects.filter(pk__in=pk_set).end_sessions()


@receiver(m2m_changed, sender=Group.permissions.through)
def end_with_the_right(sender, instance, action, pk_set, **kwargs):
    """End the sessions of everyone in a role whose rights change."""
    if action in CHANGES and pk_set != set() and isinstance(instance, Group):
        User.objects.filter(groups=instance).end_sessions()
