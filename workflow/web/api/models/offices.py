"""The office of a token, its people, and as whom the token acts."""

from datetime import date

from pydantic import Field

from states.steps import Role
from workflow.web.api.models.fields import Model


class Me(Model):
    """As whom the token acts."""

    name: str = Field(description="姓名。 Name.", examples=["李四"])
    role: Role = Field(description="岗位。 Role.", examples=["clerk"])
    role_name: str = Field(description="岗位名称。 The role in words.", examples=["经办人"])
    office_id: int = Field(description="机关编号。 The office.")
    office: str = Field(description="机关名称。 Its name.", examples=["净峰镇人民政府"])
    today: date = Field(description="今天（Asia/Shanghai）。 Today's date.")


class OfficeShown(Model):
    """The office."""

    id: int = Field(description="机关编号。 Number.")
    name: str = Field(description="名称。 Name.")
    short_name: str = Field(description="简称。 Short name.")
    level: str = Field(description="层级。 Level.", examples=["town"])
    parent: str = Field(description="上级机关。 The office above.")
    phone: str = Field(description="电话。 Telephone.")
    fax: str = Field(description="传真。 Fax.")
    address: str = Field(description="地址。 Address.")
    postcode: str = Field(description="邮政编码。 Postcode.")
    website: str = Field(description="网站。 Website.")


class StaffShown(Model):
    """A member of staff."""

    name: str = Field(description="姓名。 Name.")
    role: Role = Field(description="岗位。 Role.")
    role_name: str = Field(description="岗位名称。 The role in words.")
    on_duty: bool = Field(description="今天是否在岗。 Whether on duty today.")


class Offices(Model):
    """The offices that the token can see: its own."""

    items: list[OfficeShown] = Field(description="机关。 Offices.")


class Staff(Model):
    """The staff of the office."""

    items: list[StaffShown] = Field(description="在册人员。 Those on the staff list.")
