"""The channels an office has, by the name its notices call them."""

from collections.abc import Mapping

from notifications.ports import Channel


def by_name(*channels: Channel) -> Mapping[str, Channel]:
    """Return the channels by name; two of one name raise ValueError."""
    found = {channel.name: channel for channel in channels}
    if len(found) < len(channels):
        raise ValueError("channel_named_twice")
    return found
