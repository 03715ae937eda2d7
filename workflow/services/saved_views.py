"""Saving a worklist under a name, so that its filters are one click away."""

from typing import Final

from workflow.records.unit_of_work import UnitOfWork
from workflow.services.errors import TooManyViewsError

MOST_VIEWS: Final = 12  # they stand side by side above the list


def save_view(uow: UnitOfWork, account_id: int, name: str, query: str) -> None:
    """Keep filters under a name; TooManyViewsError where no more stand beside each other."""
    names = {view.name for view in uow.saved_views.of(account_id)}
    if name not in names and len(names) >= MOST_VIEWS:
        raise TooManyViewsError(MOST_VIEWS)
    uow.saved_views.save(account_id, name, query)
