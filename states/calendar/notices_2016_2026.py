"""Holiday notices for the years 2016–2026, as issued, with the two that amend them."""

from datetime import date

from states.calendar.notice import Holiday, HolidayNotice

NOTICES_2016_2026: tuple[HolidayNotice, ...] = (
    HolidayNotice(
        year=2016,
        reference="国办发明电〔2015〕18号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2015-12/10/content_10394.htm",
        days_off=(
            Holiday("元旦", date(2016, 1, 1)),
            Holiday("春节", date(2016, 2, 7), date(2016, 2, 13)),
            Holiday("清明节", date(2016, 4, 4)),
            Holiday("劳动节", date(2016, 5, 1), date(2016, 5, 2)),
            Holiday("端午节", date(2016, 6, 9), date(2016, 6, 11)),
            Holiday("中秋节", date(2016, 9, 15), date(2016, 9, 17)),
            Holiday("国庆节", date(2016, 10, 1), date(2016, 10, 7)),
        ),
        worked_weekends=(
            date(2016, 2, 6),  # Saturday
            date(2016, 2, 14),  # Sunday
            date(2016, 6, 12),  # Sunday
            date(2016, 9, 18),  # Sunday
            date(2016, 10, 8),  # Saturday
            date(2016, 10, 9),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2017,
        reference="国办发明电〔2016〕17号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm",
        days_off=(
            Holiday("元旦", date(2017, 1, 1), date(2017, 1, 2)),
            Holiday("春节", date(2017, 1, 27), date(2017, 2, 2)),
            Holiday("清明节", date(2017, 4, 2), date(2017, 4, 4)),
            Holiday("劳动节", date(2017, 5, 1)),
            Holiday("端午节", date(2017, 5, 28), date(2017, 5, 30)),
            Holiday("中秋节、国庆节", date(2017, 10, 1), date(2017, 10, 8)),
        ),
        worked_weekends=(
            date(2017, 1, 22),  # Sunday
            date(2017, 2, 4),  # Saturday
            date(2017, 4, 1),  # Saturday
            date(2017, 5, 27),  # Saturday
            date(2017, 9, 30),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2018,
        reference="国办发明电〔2017〕12号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm",
        days_off=(
            Holiday("元旦", date(2018, 1, 1)),
            Holiday("春节", date(2018, 2, 15), date(2018, 2, 21)),
            Holiday("清明节", date(2018, 4, 5), date(2018, 4, 7)),
            Holiday("劳动节", date(2018, 4, 29), date(2018, 5, 1)),
            Holiday("端午节", date(2018, 6, 18)),
            Holiday("中秋节", date(2018, 9, 24)),
            Holiday("国庆节", date(2018, 10, 1), date(2018, 10, 7)),
        ),
        worked_weekends=(
            date(2018, 2, 11),  # Sunday
            date(2018, 2, 24),  # Saturday
            date(2018, 4, 8),  # Sunday
            date(2018, 4, 28),  # Saturday
            date(2018, 9, 29),  # Saturday
            date(2018, 9, 30),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2019,
        reference="国办发明电〔2018〕15号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm",
        days_off=(
            Holiday("元旦", date(2018, 12, 30), date(2019, 1, 1)),
            Holiday("春节", date(2019, 2, 4), date(2019, 2, 10)),
            Holiday("清明节", date(2019, 4, 5)),
            Holiday("劳动节", date(2019, 5, 1)),
            Holiday("端午节", date(2019, 6, 7)),
            Holiday("中秋节", date(2019, 9, 13)),
            Holiday("国庆节", date(2019, 10, 1), date(2019, 10, 7)),
        ),
        worked_weekends=(
            date(2018, 12, 29),  # Saturday
            date(2019, 2, 2),  # Saturday
            date(2019, 2, 3),  # Sunday
            date(2019, 9, 29),  # Sunday
            date(2019, 10, 12),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2019,
        reference="国办发明电〔2019〕3号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm",
        days_off=(Holiday("劳动节", date(2019, 5, 1), date(2019, 5, 4)),),
        worked_weekends=(
            date(2019, 4, 28),  # Sunday
            date(2019, 5, 5),  # Sunday
        ),
        amends=True,
    ),
    HolidayNotice(
        year=2020,
        reference="国办发明电〔2019〕16号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm",
        days_off=(
            Holiday("元旦", date(2020, 1, 1)),
            Holiday("春节", date(2020, 1, 24), date(2020, 1, 30)),
            Holiday("清明节", date(2020, 4, 4), date(2020, 4, 6)),
            Holiday("劳动节", date(2020, 5, 1), date(2020, 5, 5)),
            Holiday("端午节", date(2020, 6, 25), date(2020, 6, 27)),
            Holiday("国庆节、中秋节", date(2020, 10, 1), date(2020, 10, 8)),
        ),
        worked_weekends=(
            date(2020, 1, 19),  # Sunday
            date(2020, 2, 1),  # Saturday
            date(2020, 4, 26),  # Sunday
            date(2020, 5, 9),  # Saturday
            date(2020, 6, 28),  # Sunday
            date(2020, 9, 27),  # Sunday
            date(2020, 10, 10),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2020,
        reference="国办发明电〔2020〕1号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm",
        days_off=(Holiday("春节", date(2020, 1, 31), date(2020, 2, 2)),),
        amends=True,
    ),
    HolidayNotice(
        year=2021,
        reference="国办发明电〔2020〕27号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm",
        days_off=(
            Holiday("元旦", date(2021, 1, 1), date(2021, 1, 3)),
            Holiday("春节", date(2021, 2, 11), date(2021, 2, 17)),
            Holiday("清明节", date(2021, 4, 3), date(2021, 4, 5)),
            Holiday("劳动节", date(2021, 5, 1), date(2021, 5, 5)),
            Holiday("端午节", date(2021, 6, 12), date(2021, 6, 14)),
            Holiday("中秋节", date(2021, 9, 19), date(2021, 9, 21)),
            Holiday("国庆节", date(2021, 10, 1), date(2021, 10, 7)),
        ),
        worked_weekends=(
            date(2021, 2, 7),  # Sunday
            date(2021, 2, 20),  # Saturday
            date(2021, 4, 25),  # Sunday
            date(2021, 5, 8),  # Saturday
            date(2021, 9, 18),  # Saturday
            date(2021, 9, 26),  # Sunday
            date(2021, 10, 9),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2022,
        reference="国办发明电〔2021〕11号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm",
        days_off=(
            Holiday("元旦", date(2022, 1, 1), date(2022, 1, 3)),
            Holiday("春节", date(2022, 1, 31), date(2022, 2, 6)),
            Holiday("清明节", date(2022, 4, 3), date(2022, 4, 5)),
            Holiday("劳动节", date(2022, 4, 30), date(2022, 5, 4)),
            Holiday("端午节", date(2022, 6, 3), date(2022, 6, 5)),
            Holiday("中秋节", date(2022, 9, 10), date(2022, 9, 12)),
            Holiday("国庆节", date(2022, 10, 1), date(2022, 10, 7)),
        ),
        worked_weekends=(
            date(2022, 1, 29),  # Saturday
            date(2022, 1, 30),  # Sunday
            date(2022, 4, 2),  # Saturday
            date(2022, 4, 24),  # Sunday
            date(2022, 5, 7),  # Saturday
            date(2022, 10, 8),  # Saturday
            date(2022, 10, 9),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2023,
        reference="国办发明电〔2022〕16号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm",
        days_off=(
            Holiday("元旦", date(2022, 12, 31), date(2023, 1, 2)),
            Holiday("春节", date(2023, 1, 21), date(2023, 1, 27)),
            Holiday("清明节", date(2023, 4, 5)),
            Holiday("劳动节", date(2023, 4, 29), date(2023, 5, 3)),
            Holiday("端午节", date(2023, 6, 22), date(2023, 6, 24)),
            Holiday("中秋节、国庆节", date(2023, 9, 29), date(2023, 10, 6)),
        ),
        worked_weekends=(
            date(2023, 1, 28),  # Saturday
            date(2023, 1, 29),  # Sunday
            date(2023, 4, 23),  # Sunday
            date(2023, 5, 6),  # Saturday
            date(2023, 6, 25),  # Sunday
            date(2023, 10, 7),  # Saturday
            date(2023, 10, 8),  # Sunday
        ),
    ),
    HolidayNotice(
        year=2024,
        reference="国办发明电〔2023〕7号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm",
        days_off=(
            Holiday("元旦", date(2024, 1, 1)),
            Holiday("春节", date(2024, 2, 10), date(2024, 2, 17)),
            Holiday("清明节", date(2024, 4, 4), date(2024, 4, 6)),
            Holiday("劳动节", date(2024, 5, 1), date(2024, 5, 5)),
            Holiday("端午节", date(2024, 6, 10)),
            Holiday("中秋节", date(2024, 9, 15), date(2024, 9, 17)),
            Holiday("国庆节", date(2024, 10, 1), date(2024, 10, 7)),
        ),
        worked_weekends=(
            date(2024, 2, 4),  # Sunday
            date(2024, 2, 18),  # Sunday
            date(2024, 4, 7),  # Sunday
            date(2024, 4, 28),  # Sunday
            date(2024, 5, 11),  # Saturday
            date(2024, 9, 14),  # Saturday
            date(2024, 9, 29),  # Sunday
            date(2024, 10, 12),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2025,
        reference="国办发明电〔2024〕12号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
        days_off=(
            Holiday("元旦", date(2025, 1, 1)),
            Holiday("春节", date(2025, 1, 28), date(2025, 2, 4)),
            Holiday("清明节", date(2025, 4, 4), date(2025, 4, 6)),
            Holiday("劳动节", date(2025, 5, 1), date(2025, 5, 5)),
            Holiday("端午节", date(2025, 5, 31), date(2025, 6, 2)),
            Holiday("国庆节、中秋节", date(2025, 10, 1), date(2025, 10, 8)),
        ),
        worked_weekends=(
            date(2025, 1, 26),  # Sunday
            date(2025, 2, 8),  # Saturday
            date(2025, 4, 27),  # Sunday
            date(2025, 9, 28),  # Sunday
            date(2025, 10, 11),  # Saturday
        ),
    ),
    HolidayNotice(
        year=2026,
        reference="国办发明电〔2025〕7号",
        verified=True,
        source="https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
        days_off=(
            Holiday("元旦", date(2026, 1, 1), date(2026, 1, 3)),
            Holiday("春节", date(2026, 2, 15), date(2026, 2, 23)),
            Holiday("清明节", date(2026, 4, 4), date(2026, 4, 6)),
            Holiday("劳动节", date(2026, 5, 1), date(2026, 5, 5)),
            Holiday("端午节", date(2026, 6, 19), date(2026, 6, 21)),
            Holiday("中秋节", date(2026, 9, 25), date(2026, 9, 27)),
            Holiday("国庆节", date(2026, 10, 1), date(2026, 10, 7)),
        ),
        worked_weekends=(
            date(2026, 1, 4),  # Sunday
            date(2026, 2, 14),  # Saturday
            date(2026, 2, 28),  # Saturday
            date(2026, 5, 9),  # Saturday
            date(2026, 9, 20),  # Sunday
            date(2026, 10, 10),  # Saturday
        ),
    ),
)
