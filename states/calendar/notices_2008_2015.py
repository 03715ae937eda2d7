"""Holiday notices for the years 2008–2015, as issued, with the one that added a holiday in 2015."""

from datetime import date

from states.calendar.notice import Holiday, HolidayNotice

NOTICES_2008_2015: tuple[HolidayNotice, ...] = (
    HolidayNotice(
        year=2008,
        reference="",
        verified=False,
        source="https://www.gov.cn/zhengce/zhengceku/2008-03/28/content_1645.htm",
        days_off=(
            Holiday("元旦", date(2007, 12, 30), date(2008, 1, 1)),
            Holiday("春节", date(2008, 2, 6), date(2008, 2, 12)),
            Holiday("清明节", date(2008, 4, 4), date(2008, 4, 6)),
            Holiday("劳动节", date(2008, 5, 1), date(2008, 5, 3)),
            Holiday("端午节", date(2008, 6, 7), date(2008, 6, 9)),
            Holiday("中秋节", date(2008, 9, 13), date(2008, 9, 15)),
            Holiday("国庆节", date(2008, 9, 29), date(2008, 10, 5)),
        ),
        worked_weekends=(
            date(2007, 12, 29),  # Saturday
            date(2008, 2, 2),  # Saturday
            date(2008, 2, 3),  # Sunday
            date(2008, 5, 4),  # Sunday
            date(2008, 9, 27),  # Saturday
            date(2008, 9, 28),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2009,
        reference="",
        verified=False,
        source="https://www.gov.cn/zhengce/zhengceku/2008-12/10/content_1572.htm",
        days_off=(
            Holiday("元旦", date(2009, 1, 1), date(2009, 1, 3)),
            Holiday("春节", date(2009, 1, 25), date(2009, 1, 31)),
            Holiday("清明节", date(2009, 4, 4), date(2009, 4, 6)),
            Holiday("劳动节", date(2009, 5, 1), date(2009, 5, 3)),
            Holiday("端午节", date(2009, 5, 28), date(2009, 5, 30)),
            Holiday("国庆节、中秋节", date(2009, 10, 1), date(2009, 10, 8)),
        ),
        worked_weekends=(
            date(2009, 1, 4),  # Sunday
            date(2009, 1, 24),  # Saturday
            date(2009, 2, 1),  # Sunday
            date(2009, 5, 31),  # Sunday
            date(2009, 9, 27),  # Sunday
            date(2009, 10, 10),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2010,
        reference="国办发明电〔2009〕27号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2009-12/08/content_1476.htm",
        days_off=(
            Holiday("元旦", date(2010, 1, 1), date(2010, 1, 3)),
            Holiday("春节", date(2010, 2, 13), date(2010, 2, 19)),
            Holiday("清明节", date(2010, 4, 3), date(2010, 4, 5)),
            Holiday("劳动节", date(2010, 5, 1), date(2010, 5, 3)),
            Holiday("端午节", date(2010, 6, 14), date(2010, 6, 16)),
            Holiday("中秋节", date(2010, 9, 22), date(2010, 9, 24)),
            Holiday("国庆节", date(2010, 10, 1), date(2010, 10, 7)),
        ),
        worked_weekends=(
            date(2010, 2, 20),  # Saturday
            date(2010, 2, 21),  # Sunday
            date(2010, 6, 12),  # Saturday
            date(2010, 6, 13),  # Sunday
            date(2010, 9, 19),  # Sunday
            date(2010, 9, 25),  # Saturday
            date(2010, 9, 26),  # Sunday
            date(2010, 10, 9),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2011,
        reference="国办发明电〔2010〕40号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2010-12/10/content_1423.htm",
        days_off=(
            Holiday("元旦", date(2011, 1, 1), date(2011, 1, 3)),
            Holiday("春节", date(2011, 2, 2), date(2011, 2, 8)),
            Holiday("清明节", date(2011, 4, 3), date(2011, 4, 5)),
            Holiday("劳动节", date(2011, 4, 30), date(2011, 5, 2)),
            Holiday("端午节", date(2011, 6, 4), date(2011, 6, 6)),
            Holiday("中秋节", date(2011, 9, 10), date(2011, 9, 12)),
            Holiday("国庆节", date(2011, 10, 1), date(2011, 10, 7)),
        ),
        worked_weekends=(
            date(2011, 1, 30),  # Sunday
            date(2011, 2, 12),  # Saturday
            date(2011, 4, 2),  # Saturday
            date(2011, 10, 8),  # Saturday
            date(2011, 10, 9),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2012,
        reference="国办发明电〔2011〕45号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2011-12/06/content_1411.htm",
        days_off=(
            Holiday("元旦", date(2012, 1, 1), date(2012, 1, 3)),
            Holiday("春节", date(2012, 1, 22), date(2012, 1, 28)),
            Holiday("清明节", date(2012, 4, 2), date(2012, 4, 4)),
            Holiday("劳动节", date(2012, 4, 29), date(2012, 5, 1)),
            Holiday("端午节", date(2012, 6, 22), date(2012, 6, 24)),
            Holiday("中秋节、国庆节", date(2012, 9, 30), date(2012, 10, 7)),
        ),
        worked_weekends=(
            date(2011, 12, 31),  # Saturday
            date(2012, 1, 21),  # Saturday
            date(2012, 1, 29),  # Sunday
            date(2012, 3, 31),  # Saturday
            date(2012, 4, 1),  # Sunday
            date(2012, 4, 28),  # Saturday
            date(2012, 9, 29),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2013,
        reference="国办发明电〔2012〕33号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2012-12/10/content_1353.htm",
        days_off=(
            Holiday("元旦", date(2013, 1, 1), date(2013, 1, 3)),
            Holiday("春节", date(2013, 2, 9), date(2013, 2, 15)),
            Holiday("清明节", date(2013, 4, 4), date(2013, 4, 6)),
            Holiday("劳动节", date(2013, 4, 29), date(2013, 5, 1)),
            Holiday("端午节", date(2013, 6, 10), date(2013, 6, 12)),
            Holiday("中秋节", date(2013, 9, 19), date(2013, 9, 21)),
            Holiday("国庆节", date(2013, 10, 1), date(2013, 10, 7)),
        ),
        worked_weekends=(
            date(2013, 1, 5),  # Saturday
            date(2013, 1, 6),  # Sunday
            date(2013, 2, 16),  # Saturday
            date(2013, 2, 17),  # Sunday
            date(2013, 4, 7),  # Sunday
            date(2013, 4, 27),  # Saturday
            date(2013, 4, 28),  # Sunday
            date(2013, 6, 8),  # Saturday
            date(2013, 6, 9),  # Sunday
            date(2013, 9, 22),  # Sunday
            date(2013, 9, 29),  # Sunday
            date(2013, 10, 12),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2014,
        reference="国办发明电〔2013〕28号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2014-01/02/content_1194.htm",
        days_off=(
            Holiday("元旦", date(2014, 1, 1)),
            Holiday("春节", date(2014, 1, 31), date(2014, 2, 6)),
            Holiday("清明节", date(2014, 4, 5)),
            Holiday("清明节", date(2014, 4, 7)),
            Holiday("劳动节", date(2014, 5, 1), date(2014, 5, 3)),
            Holiday("端午节", date(2014, 6, 2)),
            Holiday("中秋节", date(2014, 9, 8)),
            Holiday("国庆节", date(2014, 10, 1), date(2014, 10, 7)),
        ),
        worked_weekends=(
            date(2014, 1, 26),  # Sunday
            date(2014, 2, 8),  # Saturday
            date(2014, 5, 4),  # Sunday
            date(2014, 9, 28),  # Sunday
            date(2014, 10, 11),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2015,
        reference="国办发明电〔2014〕28号",
        verified=False,
        source="https://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm",
        days_off=(
            Holiday("元旦", date(2015, 1, 1), date(2015, 1, 3)),
            Holiday("春节", date(2015, 2, 18), date(2015, 2, 24)),
            Holiday("清明节", date(2015, 4, 5), date(2015, 4, 6)),
            Holiday("劳动节", date(2015, 5, 1)),
            Holiday("端午节", date(2015, 6, 20)),
            Holiday("端午节", date(2015, 6, 22)),
            Holiday("中秋节", date(2015, 9, 27)),
            Holiday("国庆节", date(2015, 10, 1), date(2015, 10, 7)),
        ),
        worked_weekends=(
            date(2015, 1, 4),  # Sunday
            date(2015, 2, 15),  # Sunday
            date(2015, 2, 28),  # Saturday
            date(2015, 10, 10),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2015,
        reference="国发明电〔2015〕1号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm",
        days_off=(Holiday("抗战胜利纪念日", date(2015, 9, 3), date(2015, 9, 5)),),
        worked_weekends=(
            date(2015, 9, 6),  # Sunday
        ),
        amends=True,
    ),
)
