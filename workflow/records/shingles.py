"""What makes requests like each other, as small numbers under which they are found.

A text is its pairs of neighbouring characters. Forty-eight orders of all pairs are fixed; which
pair of a text comes first in three of them is one of its sixteen bands. Texts that share six pairs
in ten have a band in common 98 times in a hundred, those that share three in ten 36 times. Words
that every application uses come last in every order, so that the rest tells requests apart.

Keys are kept with every request; whoever changes how they are made writes them all anew.
"""

import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256, shake_128
from itertools import pairwise
from struct import Struct

from workflow.records.facts import UNDESCRIBED

BANDS, WIDTH = 16, 3
# How much of a long text is looked at.
LONGEST = 1_500

_ORDERS = BANDS * WIDTH
_PLACES = Struct(f">{_ORDERS}I")
_LAST = 1 << 31
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_NUMBER = (1 << 56) - 1

_NO_WORD = re.compile(r"[\W_]+")
_ASKING = re.compile(
    "政府信息公开申请|依法申请公开|申请信息公开|申请公开|请求公开|要求公开|申请获取|申请查阅|政府信息|相关信息"
)
_COMMON_WORDS = (
    "人民政府 村民委员会 街道办事处 有关部门 相关文件 材料 资料 信息 公开 申请 复印件 "
    "关于 以及 全部 所有 包括 具体 情况 明细 清单 名单 名册 目录 内容 土地 征收 征地 "
    "房屋 拆迁 补偿 安置 方案 批复 批准 文件 公告 公示 通知 规划 许可 项目 建设 工程 "
    "资金 使用 收支 预算 决算 合同 协议 招标 投标 中标 验收 报告 评价 环境 影响 年度 "
    "会议 纪要 记录 处罚 决定书 行政 审批 登记表 补助 发放 村集体 宅基地 农村 农业 管理 "
    "监督 检查 调查"
)
_PHONE = re.compile(r"\+?\d[\d\s()-]{5,}\d")
_EMAIL = re.compile(r"[^\s@<>,;，；、]+@[^\s@<>,;，；、]+")
_COUNTRY = re.compile(r"^(?:00)?86(?=\d{10,11}$)")
_LEAST_DIGITS = 7


class KeyKind(IntEnum):
    """What a key stands for; the upper part of its number."""

    BAND = 1
    WHOLE = 2
    NAME = 3
    IDENTITY = 4
    CONTACT = 5


def bare(text: str) -> str:
    """Return a text as it is compared: one width, one case, letters and digits alone."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def matter(content: str) -> str:
    """Return what is asked for, without the words by which one asks; of no description, nothing."""
    if content == UNDESCRIBED:
        return ""
    written = bare(content)
    return _ASKING.sub("", written) or written


def pairs(content: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a content; of one character, itself."""
    return frozenset(_pairs_of(matter(content)[:LONGEST]))


def _pairs_of(text: str) -> Iterable[str]:
    return map("".join, pairwise(text)) if len(text) > 1 else text


_COMMON = frozenset(pair for word in _COMMON_WORDS.split() for pair in _pairs_of(word))


@lru_cache(maxsize=8_192)
def _places(pair: str) -> tuple[int, ...]:
    """Return the places of a pair in the orders of all pairs; of a common one, behind the rest."""
    digest = shake_128(pair.encode("utf-8", "surrogatepass")).digest(_PLACES.size)
    behind = _LAST if pair in _COMMON else 0
    return tuple(place >> 1 | behind for place in _PLACES.unpack(digest))


def _bands(found: frozenset[str]) -> Iterator[int]:
    """Yield the bands of a text from its pairs, as numbers."""
    first = [min(places) for places in zip(*map(_places, found), strict=True)]
    for band in range(BANDS):
        number = band
        for place, spread in zip(first[band::BANDS], _SPREAD, strict=True):
            number = (number ^ place) * spread
        yield number >> 7 & _NUMBER


def content_keys(content: str) -> list[int]:
    """Return the keys of a content: of the whole of it, and of its bands."""
    written = matter(content)
    if not written:
        return []
    bands = (_key(KeyKind.BAND, band) for band in _bands(pairs(content)))
    return [_key(KeyKind.WHOLE, _short(written)), *bands]


def name_key(applicant: str) -> int:
    """Return the key of an applicant's name."""
    return _key(KeyKind.NAME, _short(bare(applicant)))


def identity_lookup(secret: str, kind: str, number: str) -> str:
    """Return what the same document gives again, and nobody without the secret can make."""
    return _keyed(secret, f"{kind}:{bare(number)}").hex() if number else ""


def identity_key(lookup: str) -> int:
    """Return the key of a document from its lookup."""
    return _key(KeyKind.IDENTITY, int(lookup[:14], 16))


def contacts_in(*texts: str) -> frozenset[str]:
    """Return the telephone numbers and mail addresses in some texts, each in one spelling."""
    found: set[str] = set()
    for text in texts:
        written = unicodedata.normalize("NFKC", text).casefold()
        found.update(_EMAIL.findall(written))
        found.update(_phones(_EMAIL.sub(" ", written)))
    return frozenset(found)


def _phones(text: str) -> Iterator[str]:
    for phone in _PHONE.findall(text):
        digits = _COUNTRY.sub("", re.sub(r"\D", "", phone))
        if len(digits) >= _LEAST_DIGITS:
            yield digits


def contact_key(secret: str, contact: str) -> int:
    """Return the key of a telephone number or a mail address."""
    return _key(KeyKind.CONTACT, int.from_bytes(_keyed(secret, contact)[:7]))


def keys_of(
    secret: str, *, applicant: str, content: str, contacts: Iterable[str] = (), lookup: str = ""
) -> list[int]:
    """Return every key of a request, each once and in order."""
    keys = {*content_keys(content), name_key(applicant)}
    keys.update(contact_key(secret, contact) for contact in contacts_in(*contacts))
    if lookup:
        keys.add(identity_key(lookup))
    return sorted(keys)


def _key(kind: KeyKind, number: int) -> int:
    return kind << 56 | number


def _short(text: str) -> int:
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:7])


def _keyed(secret: str, text: str) -> bytes:
    return hmac.digest(bytes.fromhex(secret), text.encode("utf-8", "surrogatepass"), "sha256")
