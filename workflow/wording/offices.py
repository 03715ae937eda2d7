"""What an office's profile and its settings are called."""

from workflow.i18n import Lang, Text

PROFILE: dict[str, Text] = {
    "name": Text("名称", "Name"),
    "short_name": Text("简称", "Short name"),
    "level": Text("行政层级", "Level"),
    "parent": Text("上级机关", "Superior"),
    "phone": Text("电话", "Telephone"),
    "fax": Text("传真", "Fax"),
    "address": Text("地址", "Address"),
    "postcode": Text("邮编", "Postcode"),
    "website": Text("网站", "Website"),
    "letter_prefix": Text("文号前缀", "Letter prefix"),
}
SETTINGS: dict[str, Text] = {
    "number_pattern": Text("登记编号格式", "Pattern of request numbers"),
    "number_prefix": Text("登记编号前缀", "Prefix of request numbers"),
    "public_pages": Text("公众页面", "Public pages"),
    "office_code": Text("机构代码", "Office code"),
    "index_pattern": Text("索引号格式", "Pattern of index numbers"),
    "publication_categories": Text("公开类别", "Categories of publications"),
    "dispute_results": Text("争议结果", "Results of disputes"),
    "reminders": Text("提醒规则", "Reminder rules"),
    "disclosure_office": Text("工作机构", "Disclosure office"),
    "office_hours": Text("办公时间", "Office hours"),
    "email": Text("电子邮箱", "Email"),
    "online_application": Text("网上申请地址", "Where to apply online"),
    "reading_places": Text("查阅场所", "Reading places"),
    "supervisor": Text("监督机构", "Supervising body"),
    "reconsideration_authority": Text("复议机关", "Reconsideration authority"),
    "court": Text("管辖法院", "Court"),
    "guide_notes": Text("指南补充说明", "Notes to the guide"),
}


def office_key_name(key: str, lang: Lang) -> str:
    """Return what an entry of the profile or a setting is called."""
    words = PROFILE.get(key) or SETTINGS.get(key)
    return key if words is None else words.say(lang)
