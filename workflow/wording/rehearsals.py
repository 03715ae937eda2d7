"""What a step would do, in lines: 答复　2025-12-21 → 2026-01-20，依据第三十三条."""

from workflow.i18n import Text

STATE = Text("状态　{before} → {after}", "State  {before} → {after}")
STAGE = Text("答复进度　{before} → {after}", "Reply  {before} → {after}")
NEXT = Text("下一步　{before} → {after}", "Next  {before} → {after}")
CHANGES = Text(
    "{clock}　{before} → {after}，依据{basis}", "{clock}  {before} → {after}, by {basis}"
)
CHANGES_BY_NOTHING = Text("{clock}　{before} → {after}", "{clock}  {before} → {after}")
STAYS = Text("{clock}　{before}，不变", "{clock}  {before}, as it is")
NONE = Text("—", "—")
STOPPED = Text("（停表）", " (stopped)")
PROVISIONAL = Text("（暂定）", " (provisional)")
AND = Text("、", "; ")
ENDED = Text("（已办结）", "(concluded)")
