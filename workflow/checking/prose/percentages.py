"""Percentages as printed, and whether two counts make them: rounded, or cut off."""

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

_SHARE = re.compile(
    r"占(?P<of>[^\d%]{0,20}?)(?P<vague>约|近|超|超过|达?到?约)?(?P<p>\d{1,4}(?:\.\d{1,6})?)%$"
)
_COMPARING = re.compile(
    r"(?:约|分别)?(?:占|同比|环比|较|比[上去20前]|与[上去20前]|相比|增长|增加|增幅|减少|下降|降低"
    r"|降幅|上升|升幅|提高|持平)"
)
_TRIMMED = re.compile(r"(?:的)?(?:比例|比重|比率|百分比|比)?(?:约)?(?:为|达|达到|是)?$")


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage as printed: its digits, what it says it is a share of, whether it is vague."""

    printed: Decimal
    of: str = ""
    vague: bool = False

    def rounds(self, share: Fraction) -> bool:
        """Whether it is that share of one, rounded to its digits."""
        return self.printed in {
            _to_digits(share, self.printed, ROUND_HALF_UP),
            _to_digits(share, self.printed, ROUND_HALF_EVEN),
        }

    def cuts_off(self, share: Fraction) -> bool:
        """Whether it is that share with the further digits cut off, not rounded."""
        cut = _to_digits(share, self.printed, ROUND_DOWN)
        return self.printed == cut and not self.rounds(share)

    def right(self, share: Fraction) -> Decimal:
        """Return the percentage that should be printed, to the same digits."""
        return _to_digits(share, self.printed, ROUND_HALF_UP)


def percentage_of(clause: str) -> Percentage | None:
    """Return the share that a clause states (占…%), or None."""
    found = _SHARE.match(clause)
    if found is None:
        return None
    return Percentage(Decimal(found["p"]), _TRIMMED.sub("", found["of"]), bool(found["vague"]))


def is_comparison(clause: str) -> bool:
    """Whether a clause only compares the figure before it."""
    return _COMPARING.match(clause) is not None


def _to_digits(share: Fraction, printed: Decimal, rounding: str) -> Decimal:
    exponent = printed.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    hundred = share * 100
    # Long division far past the printed digits, so that the last one is never in doubt.
    scaled = hundred * 10**_MARGIN
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    digits = Decimal(whole * 10 + (1 if rest else 0)).scaleb(-_MARGIN - 1)
    return digits.quantize(step, rounding=rounding)


_MARGIN = 20
