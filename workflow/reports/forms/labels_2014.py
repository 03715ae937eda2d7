"""The national statistics table of 2014 to 2018: its headings and rows, in print order.

Rows 1 to 3 and the headings were read in a published copy; the wording of every other row is from
memory and not verified. An office whose copy is worded otherwise changes it here.
"""

from dataclasses import dataclass

TABLE = "statistics"
COLUMN = "count"
COLUMN_LABEL = "统计数"
FOOT = ("单位负责人", "审核人", "填报人", "联系电话", "填报日期")

_ITEMS = "条"
_CASES = "件"
_TIMES = "次"
_PEOPLE = "人"
_MONEY = "万元"


@dataclass(frozen=True, slots=True)
class Row2014:
    """A row: its number, its printed label, its unit and depth; a heading has number 0."""

    number: int
    label: str
    unit: str = ""
    indent: int = 0
    verified: bool = False

    @property
    def key(self) -> str:
        """The key of the row in the tables of a report."""
        return str(self.number)


def _heading(label: str, indent: int = 0) -> Row2014:
    return Row2014(0, label, indent=indent, verified=indent == 0)


ROWS_2014 = (
    _heading("一、主动公开情况"),
    Row2014(
        1,
        "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
        _ITEMS,
        1,
        verified=True,
    ),
    Row2014(2, "其中：主动公开规范性文件数", _ITEMS, 2, verified=True),
    Row2014(3, "制发规范性文件总数", _CASES, 2, verified=True),
    _heading("（二）通过不同渠道和方式公开政府信息的情况", 1),
    Row2014(4, "1.政府公报公开政府信息数", _ITEMS, 2),
    Row2014(5, "2.政府网站公开政府信息数", _ITEMS, 2),
    Row2014(6, "3.政务微博公开政府信息数", _ITEMS, 2),
    Row2014(7, "4.政务微信公开政府信息数", _ITEMS, 2),
    Row2014(8, "5.其他方式公开政府信息数", _ITEMS, 2),
    _heading("二、回应解读情况"),
    Row2014(
        9,
        "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
        _TIMES,
        1,
    ),
    _heading("（二）通过不同渠道和方式回应解读的情况", 1),
    Row2014(10, "1.参加或举办新闻发布会总次数", _TIMES, 2),
    Row2014(11, "其中：主要负责同志参加新闻发布会次数", _TIMES, 3),
    Row2014(12, "2.政府网站在线访谈次数", _TIMES, 2),
    Row2014(13, "其中：主要负责同志参加政府网站在线访谈次数", _TIMES, 3),
    Row2014(14, "3.政策解读稿件发布数", "篇", 2),
    Row2014(15, "4.微博微信回应事件数", _TIMES, 2),
    Row2014(16, "5.其他方式回应事件数", _TIMES, 2),
    _heading("三、依申请公开情况"),
    Row2014(17, "（一）收到申请数", _CASES, 1),
    Row2014(18, "1.当面申请数", _CASES, 2),
    Row2014(19, "2.传真申请数", _CASES, 2),
    Row2014(20, "3.网络申请数", _CASES, 2),
    Row2014(21, "4.信函申请数", _CASES, 2),
    Row2014(22, "（二）申请办结数", _CASES, 1),
    Row2014(23, "1.按时办结数", _CASES, 2),
    Row2014(24, "2.延期办结数", _CASES, 2),
    Row2014(25, "（三）申请答复数", _CASES, 1),
    Row2014(26, "1.属于已主动公开范围数", _CASES, 2),
    Row2014(27, "2.同意公开答复数", _CASES, 2),
    Row2014(28, "3.同意部分公开答复数", _CASES, 2),
    Row2014(29, "4.不同意公开答复数", _CASES, 2),
    Row2014(30, "其中：涉及国家秘密", _CASES, 3),
    Row2014(31, "涉及商业秘密", _CASES, 3),
    Row2014(32, "涉及个人隐私", _CASES, 3),
    Row2014(33, "危及国家安全、公共安全、经济安全和社会稳定", _CASES, 3),
    Row2014(34, "不是《条例》所指政府信息", _CASES, 3),
    Row2014(35, "法律法规规定的其他情形", _CASES, 3),
    Row2014(36, "5.不属于本行政机关公开数", _CASES, 2),
    Row2014(37, "6.申请信息不存在数", _CASES, 2),
    Row2014(38, "7.告知作出更改补充数", _CASES, 2),
    Row2014(39, "8.告知通过其他途径办理数", _CASES, 2),
    Row2014(40, "四、行政复议数量", _CASES),
    Row2014(41, "（一）维持具体行政行为数", _CASES, 1),
    Row2014(42, "（二）被依法纠错数", _CASES, 1),
    Row2014(43, "（三）其他情形数", _CASES, 1),
    Row2014(44, "五、行政诉讼数量", _CASES),
    Row2014(45, "（一）维持具体行政行为或者驳回原告诉讼请求数", _CASES, 1),
    Row2014(46, "（二）被依法纠错数", _CASES, 1),
    Row2014(47, "（三）其他情形数", _CASES, 1),
    Row2014(48, "六、举报投诉数量", _CASES),
    Row2014(49, "七、依申请公开信息收取的费用", _MONEY),
    _heading("八、机构建设和保障经费情况"),
    Row2014(50, "（一）政府信息公开工作专门机构数", "个", 1),
    Row2014(51, "（二）设置政府信息公开查阅点数", "个", 1),
    Row2014(52, "（三）从事政府信息公开工作人员数", _PEOPLE, 1),
    Row2014(53, "1.专职人员数（不包括政府公报及政府网站工作人员数）", _PEOPLE, 2),
    Row2014(54, "2.兼职人员数", _PEOPLE, 2),
    Row2014(
        55,
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        _MONEY,
        1,
    ),
    _heading("九、政府信息公开会议和培训情况"),
    Row2014(56, "（一）召开政府信息公开工作会议或专题会议数", _TIMES, 1),
    Row2014(57, "（二）举办各类培训班数", _TIMES, 1),
    Row2014(58, "（三）接受培训人员数", "人次", 1),
)

# A row that is the sum of others.
SUMS_2014 = {
    17: (18, 19, 20, 21),
    22: (23, 24),
    25: (26, 27, 28, 29, 36, 37, 38, 39),
    29: (30, 31, 32, 33, 34, 35),
    40: (41, 42, 43),
    44: (45, 46, 47),
    52: (53, 54),
}
