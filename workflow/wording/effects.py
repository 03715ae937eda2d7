"""What a decision about requests does to the clock and the statistics, said beforehand."""

from workflow.i18n import Lang, Text

EFFECTS: dict[str, Text] = {
    "merge": Text(
        "合并：“{number}”并入“{other}”，由后者一并答复。“{number}”的期限和提醒即行停止，不再单独答复；"
        "年度报告只统计“{other}”一件，“{number}”在哪一年、哪一栏都不统计。撤销合并即全部恢复。",
        "Merging: “{number}” is answered with “{other}”. Its clock and its reminders stop; the "
        "annual report counts “{other}” alone, and “{number}” in no year and no cell. Annulling "
        "the merger restores everything.",
    ),
    "link": Text(
        "关联：“{number}”与“{other}”互相可见，各自计算期限、各自答复；"
        "年度报告仍统计为两件，不受影响。",
        "Linking: “{number}” and “{other}” are shown beside each other, each with its own clock "
        "and answer; the annual report counts both, as before.",
    ),
    "keep_apart": Text(
        "分别办理：记明“{number}”与“{other}”不是同一事项，以后比对时注明；"
        "年度报告仍统计为两件，不受影响。",
        "Keeping apart: it is written down that “{number}” and “{other}” are not the same matter; "
        "the annual report counts both, as before.",
    ),
    "split": Text(
        "拆分：“{number}”拆为 {count} 件，第一项保留原编号，其余各编一号，收到日期和期限相同；"
        "年度报告按 {count} 件统计。应当告知申请人。",
        "Splitting: “{number}” becomes {count} requests, the first of which keeps the number; all "
        "have the same days. The annual report counts {count}. The applicant is to be told.",
    ),
    "reported_year": Text(
        "注意：“{number}”收到于{year}年，该年度的数字会随之减少；该年度报告已经发布的，显示为更正。",
        "Note: “{number}” was received in {year}, whose figures become fewer; where that report is "
        "published, this shows as an erratum.",
    ),
}


def effect_of(decision: str, lang: Lang, **facts: object) -> str:
    """Return what a decision does, in a sentence or two."""
    return EFFECTS[decision].say(lang, **facts)
