"""English of the pages: letters."""

WORDS: dict[str, str] = {
    "文书": "Letters",
    "文书设置": "Settings of letters",
    "文书模板": "Templates of letters",
    "全部": "All",
    "年度": "Year",
    "登记编号": "Number",
    "筛选": "Filter",
    "看全部": "See all",
    "文号": "Number",
    "成文日期": "Date of the letter",
    "经办": "Officer",
    "翻页": "Pages",
    "回到最新": "Back to the newest",
    "更早的": "Earlier",
    "没有符合条件的文书；请换一个条件，或者看全部。": (
        "No letter is like that; ask otherwise, or see all."
    ),
    "还没有签发文书。从待办清单打开一件申请，在那里写文书。": (
        "No letter has been issued. Open a request from the worklist and write one there."
    ),
    "上传送达凭证": "Upload the proof of service",
    "这件文书所用的模板不见了，不能重新排版；下面是签发时的全文。请管理员运行核验。": (
        "The template of this letter is gone, and it cannot be set again; below is its text as it "
        "was issued. Ask the administrator to run verify."
    ),
    "登记的内容": "On record",
    "申请": "Request",
    "签发": "Issue",
    "签发的文书不能更改、撤回或者删除。有误的，另行签发更正的文书；两件都保留。": (
        "A letter that was issued is never changed, taken back or removed. If it is wrong, issue "
        "another that puts it right; both are kept."
    ),
    "写入文书的事实": "The facts it says",
    "全文": "Text",
    "事实": "Facts",
    "模板": "Template",
    "写文书": "Write a letter",
    "现在可以写的": "What can be written now",
    "现在不能写的": "What cannot be written now",
    "换一种文书": "Another letter",
    "注意：这一文书应当最迟发出的日期已过：": "Note: the last day for this letter has passed: ",
    "取自登记，不用填写": "From the record; not to be filled in",
    "预览": "Preview",
    "再加几行": "More rows",
    "先预览，再签发。签发即编文号、存档，此后不能更改；预览不留任何记录。": (
        "Preview first, then issue. Issuing numbers the letter and puts it on file for good; a "
        "preview leaves no trace."
    ),
    "预览（尚未签发）": "Preview (not issued)",
    "留空的，文书按机关资料写。改动只影响以后签发的文书。": (
        "Where a field is blank, letters go by the office's particulars. Changes bear on letters "
        "to come alone."
    ),
    "保存": "Save",
    "代号": "No.",
    "致": "To",
    "现用模板": "In use",
    "本机关的": "The office's own",
    "内置": "Built in",
    "现用本机关的模板": "In use: the office's own",
    "现用内置模板": "In use: the built-in one",
    "检查并试写": "Check and try",
    "采用": "Adopt",
    "恢复内置模板": "Use the built-in one again",
    "检查通过才能采用。已签发的文书用的是签发时的模板，不受影响。": (
        "Only what passes the check can be adopted. Letters issued keep the template they had."
    ),
    "可以使用：试写了 %(n)s 件，下面是第一件": (
        "It can serve: %(n)s letters were tried; this is the first"
    ),
    "没有用到（可以不用）：%(unsaid)s": "Left out (and may be): %(unsaid)s",
}
