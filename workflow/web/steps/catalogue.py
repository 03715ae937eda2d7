"""Every step there is, by its key: the name of the command of the terminal."""

from typing import Final

from workflow.web.steps import (
    charging,
    consulting,
    drafting,
    ending,
    keeping,
    more_time,
    receiving,
    replying,
)
from workflow.web.steps.step_form import StepForm

STEPS: Final[dict[str, StepForm]] = {
    step.key: step
    for part in (receiving, drafting, replying, consulting, more_time, charging, ending, keeping)
    for step in part.STEPS
}
