"""The end of the review: publish what the seal names, or refuse. Imported while Wagtail's models load.

Next: stories/models.py
"""


def finish(workflow_state, user=None):
    """Publish the latest draft if its author sealed exactly that, its day has come and nothing is frozen.

    Raises NotSealed, Frozen or Refused: Wagtail's transaction rolls back, the step stays as it was, and the caller
    sends the page back to its author. Nobody needs publish permission: the author's yes is the permission.
    """
    from workflows.safeguarding.frozen import is_frozen  # noqa: PLC0415  (the one late import: see docs/decisions)

    from .errors import Frozen, NotSealed, Refused  # noqa: PLC0415
    from .signals import story_published  # noqa: PLC0415

    page = workflow_state.content_object.specific
    revision = page.get_latest_revision()
    draft = revision.as_object()
    if is_frozen(page.case):
        raise Frozen
    if draft.matching_seal() is None:
        raise NotSealed
    if not workflow_state.current_task_state.specific.is_due:
        raise Refused
    revision.publish(user=user, skip_permission_checks=True)
    story_published.send(sender=type(page), case=page.case)
