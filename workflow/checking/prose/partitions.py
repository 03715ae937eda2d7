"""The ways a report breaks its counts down, by the words of the parts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PUT = r"(?:通过|以|采用|采取|经|来自|由)?"
_WAY = r"(?:方式|形式|途径|渠道|平台|系统)?"
_ASKED = (
    r"(?:收到|接收|受理|提交|递交|提出|发来)?的?(?:政府信息公开|信息公开)?(?:申请)?的?(?:数量|数)?"
)
_ENDED = r"的?(?:答复|申请|信息|案件)?的?(?:有|共|数)?"


@dataclass(frozen=True, slots=True)
class Partition:
    """Parts into which things fall one by one; each of `complete` leaves nothing out.

    `whole` is what the whole must be called for them to be its parts at all.
    """

    name: str
    members: Mapping[str, re.Pattern[str]]
    complete: tuple[frozenset[str], ...]
    whole: re.Pattern[str]

    def member(self, label: str) -> str | None:
        """Return the part that a label names, or None."""
        return next((key for key, names in self.members.items() if names.fullmatch(label)), None)

    def leaves_nothing_out(self, members: Sequence[str]) -> bool:
        """Whether parts named are all there are."""
        return any(each <= frozenset(members) for each in self.complete)


def _names(before: str, after: str, **members: str) -> Mapping[str, re.Pattern[str]]:
    return {key: re.compile(f"{before}(?:{word}){after}") for key, word in members.items()}


def _sets(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.split()) for each in sets)


# A request is made by one, and comes by one way; what is published may go out by several.
_OF_REQUESTS = re.compile("申请")

KINDS = Partition(
    "kinds",
    _names(
        _PUT,
        _ASKED,
        person="自然人|公民|公民个人|个人",
        organisation="法人[和或及与、]?(?:者)?其他组织|法人|组织",
        company="商业企业|企业",
        research="科研机构",
        public_interest="社会公益组织",
        legal_service="法律服务机构",
        other="其他|其他组织",
    ),
    _sets("person organisation", "person company research public_interest legal_service other"),
    _OF_REQUESTS,
)
CHANNELS = Partition(
    "channels",
    _names(
        _PUT,
        _WAY + _ASKED,
        in_person="当面|现场|窗口",
        post="信函|邮寄|邮政寄送|邮递|书面|挂号信|邮政快递",
        online="网络|网上|网站|互联网|在线|线上|政府网站|门户网站|网络平台|网上申请平台",
        mail="电子邮件|邮箱|电子邮箱",
        fax="传真",
        other="其他",
    ),
    _sets("in_person post online", "other"),
    _OF_REQUESTS,
)
RESULTS = Partition(
    "results",
    _names(
        "",
        _ENDED,
        disclosed="予以公开|同意公开|予以公开[及和与或]?部分公开",
        partly="部分公开|予以部分公开|同意部分公开",
        withheld="不予公开|不同意公开",
        unavailable="无法提供",
        unprocessed="不予处理",
        otherwise="其他处理|其他类型|作其他处理",
    ),
    _sets("disclosed partly withheld unavailable unprocessed otherwise"),
    re.compile("办结|办理|答复|处理"),
)
DISPUTES = Partition(
    "disputes",
    _names(
        "",
        _ENDED,
        upheld="维持|结果维持|予以维持|被维持",
        corrected="纠正|结果纠正|被纠正|予以纠正|被依法纠错",
        other="其他|其他结果|其他情形",
        pending="尚未审结|未审结|尚未办结|正在审理",
    ),
    _sets("upheld corrected other pending"),
    re.compile("复议|诉讼|起诉|案件"),
)
PARTITIONS = (KINDS, CHANNELS, RESULTS, DISPUTES)

_CATEGORY = re.compile(r".{1,30}(?:类|方面|领域)的?(?:政府)?(?:信息|文件)?")
_OTHER_CATEGORY = re.compile(r"其[他它].{0,6}")


def is_category(label: str) -> bool:
    """Whether a label names a class of published matter."""
    return _CATEGORY.fullmatch(label) is not None


def is_other_category(label: str) -> bool:
    """Whether a label names the class of all the rest, after which nothing is left out."""
    return _OTHER_CATEGORY.fullmatch(label) is not None
