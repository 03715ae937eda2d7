"""Texts that a careless writer would take for markup, a formula, a command or an end of file."""

LONG = "A1" * 300

HOSTILE = (
    "#set page(margin: 0pt)",
    '#read("/etc/passwd")',
    "<b>粗</b><script>alert(1)</script>",
    "&lt; &amp; &#x41; &nbsp;",
    "{{ 7*7 }} {% raw %}",
    "\\ \\\\ \\n \\begin{x}",
    "$x^2$ $",
    "@ref #label <label>",
    "*bold* _emph_ `raw` ~ -- --- ...",
    "=cmd|' /C calc'!A0",
    "=1+1",
    "+1 -1 @SUM(1)",
    "] ) } [ ( {",
    "]]> <![CDATA[ <!-- -->",
    "//comment /* block */",
    "\"double\" 'single' ‘’“”",
    "_x0041_",
    "赟喆堃 䶮 㛃",
    "１２３ ＡＢＣ",
    "%s %(name)s {0} {name} ${HOME}",
    "012345678901234567",
    "é é ñ",
    LONG,
)

# Control characters, ends of lines, halves of pairs, and what turns text around.
UNPRINTABLE = "a\x00b\x07c\x1bd\x7fe\x85f\u2028g\u202eh\u2066i\ufffej"
PRINTED = "a\ufffdb\ufffdc\ufffdd\ufffde\nf\ng\ufffdh\ufffdi\ufffdj"
