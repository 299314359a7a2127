"""Background work of this room that its own actions ask for."""

from django_tasks import task

from kith.directory.generations import build, needs_building, state_now


@task()
def build_generation_soon() -> None:
    """Build the next generation of the search index, where one is needed."""
    state = state_now()
    if needs_building(state):
        build(state)
