"""How an installation stands, in a sentence for each thing looked at, with how it is mended."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from workflow.clock import SHANGHAI
from workflow.i18n import Lang, Text

EXAMINED: Final[Mapping[str, Text]] = {
    "clock": Text("时钟：{now}", "Clock: {now}"),
    "clock.behind": Text(
        "时钟：现在是 {now}，早于“{office}”最后一次录入 {last}；请校准本机时间。",
        "Clock: it says {now}, before the last entry of “{office}” at {last}; set the clock right.",
    ),
    "zone": Text("时区：北京时间", "Zone: Beijing time"),
    "zone.elsewhere": Text(
        "时区：本机是 UTC{hours}，不是北京时间；期限照样按北京时间计算，定时任务和日志却不是；"
        "请执行 timedatectl set-timezone Asia/Shanghai。",
        "Zone: this machine keeps UTC{hours}, not Beijing time. Periods are counted in Beijing "
        "time all the same, timetables and logs are not: timedatectl set-timezone Asia/Shanghai.",
    ),
    "folder": Text("数据目录：{folder}", "Data directory: {folder}"),
    "folder.unwritable": Text(
        "数据目录：{folder} 不能写入；请把它交给运行本程序的用户（chown），磁盘只读的请重新挂载。",
        "Data directory: {folder} cannot be written; give it to the user who runs this (chown), or "
        "mount the disk for writing.",
    ),
    "folder.open_to_all": Text(
        "数据目录：{folder} 其他用户也能读；请执行 chmod o-rwx。",
        "Data directory: {folder} can be read by anybody; chmod o-rwx.",
    ),
    "disk": Text("磁盘：剩余 {free} GB", "Disk: {free} GB free"),
    "disk.filling": Text(
        "磁盘：只剩 {free} GB；请清理或者扩容。", "Disk: only {free} GB free; make room."
    ),
    "file_system": Text("文件系统：本机磁盘", "File system: a disk of this machine"),
    "file_system.networked": Text(
        "文件系统：{folder} 在网络盘（{kind}）上，SQLite 会损坏；"
        "请移到本机磁盘，或者改用 PostgreSQL。",
        "File system: {folder} is on a network ({kind}), where SQLite breaks; move it to a local "
        "disk, or use PostgreSQL.",
    ),
    "database": Text("数据库：{kind}，完好", "Database: {kind}, sound"),
    "database.damaged": Text(
        "数据库：文件损坏；请停止使用，用 disclosure restore 恢复最近的备份。",
        "Database: the file is damaged; stop, and restore the last backup (disclosure restore).",
    ),
    "database.unusable": Text(
        "数据库：{place} 不能使用；请检查磁盘空间、权限，或者恢复最近的备份。",
        "Database: {place} cannot be used; check the room and the rights, or restore a backup.",
    ),
    "packages": Text("程序：完整", "Program: whole"),
    "packages.overwritten": Text(
        "程序：{name} 来自 {place}，被同名的包盖住了；请用 pipx 或者单独的虚拟环境安装。",
        "Program: {name} comes from {place}; another package of that name lies over it. Install "
        "with pipx, or in an environment of its own.",
    ),
    "fonts": Text("字体：有中文字体", "Fonts: there is a Chinese one"),
    "fonts.missing": Text(
        "字体：没有中文字体，写不出 PDF；请安装：{command}",
        "Fonts: none for Chinese, so no PDF can be written; install one: {command}",
    ),
    "calendar": Text("日历：放假安排齐全", "Calendar: every notice is there"),
    "calendar.missing": Text(
        "日历：{year}年的放假安排还没有载入，有关期限都是暂定的；"
        "用 disclosure calendar load 载入。",
        "Calendar: {year} has no notice yet, and its dates are provisional; disclosure calendar "
        "load.",
    ),
    "key": Text("密钥：{file}，已加密证件号码 {n} 个", "Key: {file}, {n} number(s) sealed"),
    "key.not_needed": Text(
        "密钥：还没有证件号码，用到时生成", "Key: no identity number yet; made when needed"
    ),
    "key.missing": Text(
        "密钥：{n} 个证件号码已加密，密钥却不在 {file}；请把另存的密钥放回原处，"
        "或者用 DISCLOSURE_KEY_FILE 指明。",
        "Key: {n} number(s) are sealed and their key is not in {file}; put your copy back, or name "
        "its place with DISCLOSURE_KEY_FILE.",
    ),
    "key.unreadable": Text(
        "密钥：{file} 的内容不对；请用另存的那一份换回来。",
        "Key: {file} holds something else; put your copy back.",
    ),
    "key.open_to_others": Text(
        "密钥：其他用户也能读 {file}；请执行 chmod 600，并用 disclosure key rotate 更换。",
        "Key: others can read {file}; chmod 600, then disclosure key rotate.",
    ),
    "key.half_rotated": Text(
        "密钥：上次更换没有完成；请再运行一次 disclosure key rotate。",
        "Key: a rotation was interrupted; run disclosure key rotate again.",
    ),
    "mail": Text("邮件：由 {host} 发出", "Mail: leaves by {host}"),
    "mail.not_set": Text(
        "邮件：没有设置邮件服务器，提醒只在控制台显示；请设置 DISCLOSURE_SMTP__HOST。",
        "Mail: no server is set, so reminders appear on the console alone; set "
        "DISCLOSURE_SMTP__HOST.",
    ),
    "channels": Text("渠道：{names}", "Channels: {names}"),
    "channels.not_installed": Text(
        "渠道：设置了要用 {package} 的渠道，这台机器上没有装；"
        "请执行 pip install 'disclosure-desk[{extra}]'，或者去掉这项设置。",
        "Channels: one is set that needs {package}, which is not installed; pip install "
        "'disclosure-desk[{extra}]', or take the setting out.",
    ),
    "notices": Text("提醒：“{office}”没有发送失败的", "Reminders: none of “{office}” failed"),
    "notices.failed": Text(
        "提醒：“{office}”有 {n} 条没有发出去；用 disclosure reminders list 查看原因。",
        "Reminders: {n} of “{office}” were given up; see disclosure reminders list.",
    ),
    "chain": Text(
        "记录：“{office}”{events} 项首尾相连", "Records: {events} of “{office}” form one chain"
    ),
    "chain.broken": Text(
        "记录：“{office}”第 {seq} 项对不上；用 disclosure verify 查看，并从备份核对。",
        "Records: entry {seq} of “{office}” does not agree; see disclosure verify, and a backup.",
    ),
    "search": Text("检索：索引完整", "Search: its index is complete"),
    "search.incomplete": Text(
        "检索：“{office}”的索引与登记内容不符，可能有申请搜不到；"
        "请执行 disclosure database index。",
        "Search: the index of “{office}” does not agree with its requests, some of which may not "
        "be found; run disclosure database index.",
    ),
    "backup": Text("备份：最近一次 {last}", "Backup: the last was {last}"),
    "backup.never": Text(
        "备份：还没有备份过；用 disclosure backup 文件名 备份，并放到别的机器上。",
        "Backup: none was ever taken; disclosure backup FILE, and keep it on another machine.",
    ),
    "backup.overdue": Text(
        "备份：最近一次是 {last}，已超过七天；请备份。",
        "Backup: the last was {last}, over seven days ago; take one.",
    ),
}


def examined_sentence(what: str, code: str, facts: Mapping[str, object], lang: Lang) -> str:
    """Return how one thing stands, and how it is mended where it must be."""
    said = {name: _printed(value) for name, value in facts.items()}
    return EXAMINED[f"{what}.{code}" if code else what].say(lang, **said)


def _printed(value: object) -> object:
    if isinstance(value, datetime):
        return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return value
