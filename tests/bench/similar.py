"""What looks like a request among a hundred thousand of one office, before it is saved."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from states.case import Event, EventKind
from states.statute.receipt import Channel
from tests.bench.lines import Effort, Line, Target, at_most
from tests.bench.offices import ACTOR, AT, an_office
from tests.bench.timing import shown
from workflow.bootstrap import Office
from workflow.records.facts import NewFact, NewRequest, RequestFacts
from workflow.services.similar import Asked, similar_to

TARGET = Target("ms", must=at_most(100), aim=at_most(30))
FIRST = date(2012, 1, 4)
BATCH = 5_000

SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建国志文海燕春秋"
PLACES = "净峰墩中上厝杜厝松村惠南湖街洛阳东园张坂百崎黄塘紫山辋川螺城山霞小岞崇武涂寨东岭东桥"
PAPERS = (
    "征地批复文件",
    "土地征收补偿安置方案",
    "宅基地审批登记表",
    "低保对象审核材料",
    "项目招标文件及中标通知书",
    "财政预算执行情况",
    "环境影响评价批复",
    "规划许可证及附图",
    "行政处罚决定书",
    "会议纪要",
    "工程竣工验收报告",
    "补助资金发放明细",
)
PROJECTS = (
    "供水",
    "道路硬化",
    "渔港改造",
    "学校扩建",
    "污水处理",
    "高标准农田",
    "危房改造",
    "养老院",
)
BOILERPLATE = (
    "根据《中华人民共和国政府信息公开条例》的规定，申请公开{place}村{year}年{project}项目的{paper}，"
    "包括但不限于批准文件、勘测定界图、一书四方案、征收土地公告、补偿安置公告、被征地农民社会保障落实情况、"
    "补偿款支付凭证，请以书面形式加盖公章后邮寄给申请人。"
)
PLAIN = "{place}村{year}年{project}{paper}"


def bench(effort: Effort) -> Iterator[Line]:
    """Ask what is like each of some new requests, some of which come a second time."""
    count = effort.of(100_000, 1_000)
    with TemporaryDirectory() as folder, an_office(Path(folder) / "ours.db") as office:
        random = effort.random
        known = [_facts(random, number) for number in range(count)]
        _register(office, known)
        asked = [_asked(random, known) for _ in range(effort.of(200, 20))]
        waits = sorted(_timed(office, one) for one in asked)
    middle, slowest = waits[len(waits) // 2], waits[-1]
    work = f"near-duplicates among {count:,} requests"
    yield Line(work, shown(middle), "", middle * 1_000, TARGET)
    yield Line(f"{work}: the slowest of {len(waits)}", shown(slowest), "", slowest * 1_000, TARGET)


def _facts(random: Random, number: int) -> RequestFacts:
    """Return a request as they come: one in three is all form, one applicant never tires."""
    words = BOILERPLATE if random.random() < 1 / 3 else PLAIN
    surname, place = random.choice(SURNAMES), random.sample(PLACES, 2)
    tireless = number % 50 == 0
    return RequestFacts(
        channel=random.choice(list(Channel)),
        applicant="郑不倦" if tireless else surname + "".join(random.sample(GIVEN, 2)),
        contact="13800000000" if tireless else f"138{random.randrange(10**8):08}",
        content=words.format(
            place="".join(place),
            year=random.randrange(2008, 2024),
            project=random.choice(PROJECTS),
            paper=random.choice(PAPERS),
        ),
    )


def _register(office: Office, known: list[RequestFacts]) -> None:
    for start in range(0, len(known), BATCH):
        new = [
            NewRequest(facts, (NewFact(Event(EventKind.RECEIVED, _day(start + place))),))
            for place, facts in enumerate(known[start : start + BATCH])
        ]
        with office.work() as uow:
            uow.requests.add_many(new, actor=ACTOR, at=AT, calendar=office.calendar)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number // 30)


def _asked(random: Random, known: list[RequestFacts]) -> Asked:
    """Return something new, or a request on record with a few words changed."""
    facts = random.choice(known)
    if random.random() < 1 / 2:
        facts = _facts(random, random.randrange(1, 50))
    return Asked(
        content=facts.content.replace("村", "社区", 1).replace("及", "和"),
        applicant=facts.applicant,
        contacts=(facts.contact,),
    )


def _timed(office: Office, asked: Asked) -> float:
    begun = perf_counter()
    with office.read() as view:
        similar_to(view, asked)
    return perf_counter() - begun
