"""Documents such as an office writes, for the tests and to be looked at."""

from datetime import UTC, date, datetime

from workflow.documents.model import (
    Align,
    Cell,
    Document,
    Figure,
    Layout,
    Letterhead,
    Paragraph,
    QrCode,
    Role,
    Run,
    Signature,
    Table,
)

ISSUER = "临江县清溪镇人民政府"
ON = date(2025, 9, 22)  # Mon
CREATED_AT = datetime(2025, 9, 22, 1, 30, tzinfo=UTC)

_OPENING = (
    "你于2025年9月1日通过当面提交方式提出的政府信息公开申请（登记编号：清政公开申〔2025〕17号），"
    "本机关于同日收到。你申请公开的内容为：“清溪镇石桥村三组2023年征地补偿安置方案及补偿款发放明细”。"
)
_CLOSING = (
    "如对本答复不服，可以自收到本答复书之日起60日内依法向临江县人民政府申请行政复议，"
    "或者自收到本答复书之日起6个月内依法向人民法院提起行政诉讼。"
)
REASON = (
    "经检索本机关保存的征地档案、财务档案和会议记录，征地补偿安置方案由本机关制作并保存，属于政府信息，"
    "依法应当公开；补偿款发放明细中载有其他村民的银行账号、身份证件号码和家庭住址，属于个人隐私，"
    "公开后会对第三方合法权益造成损害，且第三方书面答复不同意公开，本机关决定对该部分作区分处理后公开。"
)


def letter(*reasons: str) -> Document:
    """Return an official reply with its red head, its seal and, for each reason, a paragraph."""
    said = reasons or (REASON,)
    return Document(
        title="关于清溪镇石桥村征地补偿安置方案等信息的\n政府信息公开申请答复书",
        language="zh-CN",
        layout=Layout.OFFICIAL,
        blocks=(
            Paragraph.of("赟喆堃：", Role.ADDRESSEE),
            Paragraph.of(_OPENING),
            *(Paragraph.of(reason) for reason in said),
            Paragraph.of(
                "根据《中华人民共和国政府信息公开条例》第三十七条的规定，现将可以公开的内容提供给你。"
            ),
            Paragraph.of(_CLOSING),
        ),
        letterhead=Letterhead(ISSUER, "清政公开〔2025〕17号"),
        signature=Signature(ISSUER, ON),
        created_at=CREATED_AT,
    )


def long_letter() -> Document:
    """Return a reply over three pages, with headings, a table, a link and copies."""
    items = tuple(
        (Cell(str(number), align=Align.CENTER), Cell(name), Cell(decision), Cell(ground))
        for number, (name, decision, ground) in enumerate(
            (
                ("2023年征地补偿安置方案", "予以公开", "条例第三十六条第二项"),
                ("补偿款发放明细（户主姓名、面积、金额）", "予以部分公开", "条例第三十七条"),
                ("补偿款发放明细（银行账号、证件号码）", "不予公开", "条例第十五条"),
                ("石桥村三组村民代表会议记录", "本机关不掌握", "条例第三十六条第四项"),
            ),
            1,
        )
    )
    head = tuple(Cell(text, head=True) for text in ("序号", "信息名称", "处理决定", "依据"))
    return Document(
        title="关于清溪镇石桥村征地补偿安置方案等信息的\n政府信息公开申请答复书",
        language="zh-CN",
        layout=Layout.OFFICIAL,
        blocks=(
            Paragraph.of("赟喆堃：", Role.ADDRESSEE),
            Paragraph.of(_OPENING),
            Paragraph.of("一、检索和认定的情况", Role.HEADING),
            *(Paragraph.of(REASON) for _ in range(3)),
            Paragraph.of("（一）逐项处理决定", Role.SUBHEADING),
            Paragraph.of("本机关对你申请的各项信息分别作出如下处理："),
            Table((head, *items), 1, (1, 4, 2.2, 3.2), "申请信息处理表"),
            Paragraph.of("二、获取方式", Role.HEADING),
            Paragraph(
                (
                    Run("已经主动公开的信息可以在县政府网站查阅，网址为"),
                    Run(
                        "https://www.linjiang.gov.cn/zwgk/zdlyxxgk/zdxx/202303/t20230315_184467.html",
                        link="https://www.linjiang.gov.cn/zwgk/zdlyxxgk/zdxx/202303/t20230315_184467.html",
                    ),
                    Run("。请注意："),
                    Run("提供的复印件仅限于你本人依法使用", bold=True),
                    Run("。"),
                )
            ),
            *(Paragraph.of(REASON) for _ in range(2)),
            Paragraph.of(_CLOSING),
        ),
        letterhead=Letterhead(
            ISSUER,
            "清政公开〔2025〕18号",
            copies=("临江县人民政府办公室", "临江县自然资源局", "临江县农业农村局"),
            printed_by="清溪镇党政综合办公室",
            printed_on=ON,
        ),
        signature=Signature(ISSUER, ON, "（印章）"),
        created_at=CREATED_AT,
    )


_RESULTS = (
    ("（一）予以公开", ()),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ()),
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    (
        "（四）无法提供",
        ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"),
    ),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
    ("（七）总计", ()),
)


def _figures(row: int) -> tuple[Cell, ...]:
    values = [(row * 7 + column * 3) % 11 for column in range(6)]
    return tuple(
        Cell(str(value), align=Align.CENTER, number=value) for value in (*values, sum(values))
    )


def _request_rows() -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        (
            Cell("一、本年新收政府信息公开申请数量", head=True, span=3, align=Align.LEFT),
            *_figures(1),
        ),
        (
            Cell("二、上年结转政府信息公开申请数量", head=True, span=3, align=Align.LEFT),
            *_figures(2),
        ),
    ]
    height = sum(max(1, len(parts)) for _, parts in _RESULTS)
    first: tuple[Cell, ...] = (Cell("三、本年度办理结果", head=True, rows=height),)
    for name, parts in _RESULTS:
        if not parts:
            head = Cell(name, head=True, span=2, align=Align.LEFT)
            rows.append((*first, head, *_figures(len(rows))))
            first = ()
        group: tuple[Cell, ...] = (
            Cell(name, head=True, rows=max(1, len(parts)), align=Align.LEFT),
        )
        for part in parts:
            head = Cell(part, head=True, align=Align.LEFT)
            rows.append((*first, *group, head, *_figures(len(rows))))
            first, group = (), ()
    last = Cell("四、结转下年度继续办理", head=True, span=3, align=Align.LEFT)
    return (*rows, (last, *_figures(len(rows))))


def request_table(caption: str = "收到和处理政府信息公开申请情况") -> Table:
    """Return a table of three heads above and three beside 27 rows of seven figures."""
    kinds = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    head = (
        (
            Cell(
                "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                head=True,
                span=3,
                rows=3,
            ),
            Cell("申请人情况", head=True, span=7),
        ),
        (
            Cell("自然人", head=True, rows=2),
            Cell("法人或其他组织", head=True, span=5),
            Cell("总计", head=True, rows=2),
        ),
        tuple(Cell(kind, head=True) for kind in kinds),
    )
    widths = (1.3, 2.2, 4.2, *(1.0,) * 7)
    return Table((*head, *_request_rows()), 3, widths, caption)


def chart() -> Figure:
    """Return a bar chart with its figures."""
    years = (("2021", 12), ("2022", 19), ("2023", 31), ("2024", 27), ("2025", 44))
    middle = 'text-anchor="middle" font-size="11"'
    bars = "".join(
        f'<rect x="{40 + 70 * index}" y="{130 - 2.4 * value}" width="40" '
        f'height="{2.4 * value}" fill="#2f5d8a"/>'
        f'<text x="{60 + 70 * index}" y="{124 - 2.4 * value}" {middle}>{value}</text>'
        f'<text x="{60 + 70 * index}" y="146" {middle}>{year}年</text>'
        for index, (year, value) in enumerate(years)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 156" font-family="sans-serif">'
        f'<line x1="24" y1="130" x2="390" y2="130" stroke="#444"/>{bars}</svg>'
    )
    rows = tuple(
        (Cell(f"{year}年"), Cell(str(value), align=Align.RIGHT, number=value))
        for year, value in years
    )
    head = (Cell("年度", head=True), Cell("件数", head=True))
    return Figure(
        svg,
        "图1 近五年新收申请数量",
        "五年间由12件增加到44件，2024年略有回落。",
        Table((head, *rows), 1, (1, 1)),
    )


def report(created_at: datetime = CREATED_AT) -> Document:
    """Return an annual report with narrative, the statutory table, a chart and a code."""
    return Document(
        title="清溪镇人民政府2025年政府信息公开工作年度报告",
        language="zh-CN",
        layout=Layout.REPORT,
        blocks=(
            Paragraph.of(
                "本报告依据《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定编制。"
            ),
            Paragraph.of("一、总体情况", Role.HEADING),
            Paragraph.of(REASON),
            Paragraph.of("（一）主动公开", Role.SUBHEADING),
            Paragraph.of(REASON),
            Paragraph.of("1. 全年发布信息128条，其中规范性文件3件。", Role.LIST_ITEM),
            Paragraph.of("2. 更新公开指南1次。", Role.LIST_ITEM),
            Paragraph.of("二、收到和处理政府信息公开申请情况", Role.HEADING),
            request_table(),
            Paragraph.of("注：表中数据截至2025年12月31日。", Role.NOTE),
            Paragraph.of("三、存在的主要问题及改进情况", Role.HEADING),
            Paragraph.of(REASON),
            chart(),
            QrCode("https://www.linjiang.gov.cn/zwgk/nb/2025.html", "扫一扫在手机上查看当前页面"),
        ),
        signature=Signature("清溪镇人民政府", date(2026, 1, 20)),  # Tue
        created_at=created_at,
    )


def form() -> Document:
    """Return a receipt slip with labels, room to write and a code."""

    def label(text: str) -> Cell:
        return Cell(text, head=True)

    rows = (
        (
            label("登记编号"),
            Cell("清政公开申〔2025〕17号"),
            label("收到日期"),
            Cell("2025年9月1日"),
        ),
        (label("申请人"), Cell("赟喆堃"), label("联系电话"), Cell("138****8000")),
        (label("提交方式"), Cell("当面提交"), label("答复期限"), Cell("2025年9月29日（周一）")),
        (
            label("所需信息\n内容描述"),
            Cell(
                "清溪镇石桥村三组2023年征地补偿安置方案及补偿款发放明细\n（用途：核对本户补偿款）",
                span=3,
            ),
        ),
        (label("附件"), Cell("身份证复印件1份", span=3)),
        (label("经办人签字"), Cell("\n"), label("申请人签字"), Cell("\n")),
    )
    return Document(
        title="政府信息公开申请收件回执",
        language="zh-CN",
        layout=Layout.FORM,
        blocks=(
            Table(rows, 0, (2, 4, 2, 4)),
            Paragraph.of(
                "答复期限自收到申请之日的次日起计算，遇补正、征求意见和延长的依法顺延。", Role.NOTE
            ),
            QrCode("https://www.linjiang.gov.cn/ysqgk/cx?no=2025-17", "扫码查询办理进度"),
        ),
        letterhead=Letterhead(ISSUER, "编号：2025-17"),
        signature=Signature(ISSUER, date(2025, 9, 1), "（收件专用章）"),  # Mon
        created_at=CREATED_AT,
    )


def english_letter() -> Document:
    """Return a reply in English."""
    return Document(
        title="Reply to a Request for Disclosure of Government Information",
        language="en",
        layout=Layout.OFFICIAL,
        blocks=(
            Paragraph.of("Dear 赟喆堃,", Role.ADDRESSEE),
            Paragraph.of(
                "Your request of 1 September 2025 for the compensation plan of Shiqiao village was "
                "received on the same day. The plan is disclosed; the bank accounts of other "
                "villagers in the list of payments are withheld under article 15."
            ),
            Paragraph.of("Remedies", Role.HEADING),
            Paragraph.of(
                "You may apply for administrative reconsideration within 60 days of receiving this "
                "reply, or bring an action within six months of receiving it."
            ),
        ),
        letterhead=Letterhead(
            "People’s Government of Qingxi Town", "Qingxi Disclosure 2025 No. 17"
        ),
        signature=Signature("People’s Government of Qingxi Town", ON),
        created_at=CREATED_AT,
    )
