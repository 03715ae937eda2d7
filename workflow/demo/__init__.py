"""Sample offices for the demonstration, as ledgers in the shape of `workflow.ledger`.

`jingfeng/` is a town's year 2017: publications, opening balances, the office, and its report in
words. A placeholder of the words is a row label of the 2008 form without its numbering and its
punctuation (`{{ 主动公开文件数 }}`, `{{ 接受行政申诉举报数 }}`), with 累计 behind it for the figure
since the beginning (`{{ 主动公开文件数累计 }}`); or the name of a publication category, likewise
without punctuation, for its count of the year (`{{ 安全生产应急管理类 }}`).
"""
