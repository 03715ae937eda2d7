"""The channels that the settings give an office."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from notifications.channels.apprise import AppriseChannel
from notifications.channels.console import ConsoleChannel
from notifications.channels.dingtalk import DingtalkChannel
from notifications.channels.email import EmailChannel, Security, SmtpServer
from notifications.channels.errors import ExtraMissingError
from notifications.channels.outward import Outward
from notifications.channels.registry import by_name
from notifications.channels.sms_gateway import SmsChannel, SmsGateway
from notifications.channels.wecom import WecomChannel
from notifications.ports import Channel, Recipient
from workflow.clock import Clock
from workflow.services.errors import ExtraNotInstalledError, MailServerMissingError
from workflow.settings import Settings, SmsSettings, SmtpSettings

_PORT_OF_TLS = 465


def channels_of(settings: Settings, clock: Clock, stream: TextIO) -> Mapping[str, Channel]:
    """Return the channels there are: the console always, each other where it is set up.

    Raises ExtraNotInstalledError where one needs what is not installed.
    """
    try:
        return by_name(ConsoleChannel(stream), *_set_up(settings, clock))
    except ExtraMissingError as error:
        raise ExtraNotInstalledError(error.extra, error.package) from error


def check_mail(settings: Settings) -> None:
    """Raise MailServerMissingError unless email can be sent."""
    if not settings.smtp.host:
        raise MailServerMissingError("DISCLOSURE_SMTP__HOST")
    _server(settings.smtp)


def _set_up(settings: Settings, clock: Clock) -> Iterator[Channel]:
    outward = Outward(inside=settings.outward.inside, ca_file=settings.outward.ca_file)
    if settings.smtp.host:
        yield EmailChannel(_server(settings.smtp), clock.now)
    if webhook := settings.wecom.webhook.get_secret_value():
        yield WecomChannel(webhook, outward, clock.now)
    if webhook := settings.dingtalk.webhook.get_secret_value():
        secret = settings.dingtalk.secret.get_secret_value()
        yield DingtalkChannel(webhook, secret, outward, clock.now)
    if settings.sms.url.get_secret_value():
        yield SmsChannel(_gateway(settings.sms), outward, clock.now)
    if settings.apprise.urls:
        yield AppriseChannel([url.get_secret_value() for url in settings.apprise.urls], clock.now)


def _gateway(sms: SmsSettings) -> SmsGateway:
    return SmsGateway(
        url=sms.url.get_secret_value(),
        body=sms.body,
        method=sms.method,
        headers={name: value.get_secret_value() for name, value in sms.headers.items()},
        success_path=sms.success_path,
        success_value=sms.success_value,
        success_pattern=sms.success_pattern,
    )


def _server(smtp: SmtpSettings) -> SmtpServer:
    sender = Recipient.parse(smtp.sender or smtp.user)
    if "@" not in sender.address:
        raise MailServerMissingError("DISCLOSURE_SMTP__SENDER")
    return SmtpServer(
        host=smtp.host,
        sender=sender,
        port=smtp.port,
        security=_security(smtp),
        username=smtp.user,
        password=smtp.password.get_secret_value(),
        ca_file=smtp.ca_file,
    )


def _security(smtp: SmtpSettings) -> Security:
    if smtp.port == _PORT_OF_TLS:
        return Security.TLS
    return Security.STARTTLS if smtp.starttls else Security.NONE
