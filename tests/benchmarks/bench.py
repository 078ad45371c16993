"""The lines of the benchmark: each figure beside its floor or its budget."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.diaries import make
from tests.benchmarks.spent import Spent

_TIMES = {"s": 1.0, "ms": 1000.0}


class Bench:
    """Collects figures. `only` are words of the names that are wanted; none means all."""

    def __init__(self, home: Path, only: list[str]) -> None:
        self.home = home
        self._only = only
        self._diaries: dict[str, Path] = {}

    def wants(self, name: str) -> bool:
        """Whether a figure is asked for."""
        return not self._only or any(word in name for word in self._only)

    def diary(self, years: int, readings: int) -> Path:
        """A diary of that size, made once a run."""
        key = f"{years}x{readings}"
        if key not in self._diaries:
            self._diaries[key] = make(self.home / f"{key}.lupusdiary", years, readings)
        return self._diaries[key]

    def ratio(
        self, name: str, ours: Spent, floor: Spent, unit: str, budget: float | None, *, by_clock: bool = False
    ) -> None:
        """A time against a floor of the same run; without a budget it is only told. `by_clock` judges the
        seconds that a person waits, where the disk decides them."""
        at = int(by_clock)
        times = ours[at] / floor[at]
        allowed = "" if budget is None else f" (<= {budget})"
        over = "  OVER" if budget is not None and times > budget else ""
        self._line(
            name,
            f"{self._shown(ours, unit, by_clock)}  floor {floor[at] * _TIMES[unit]:.3f}  "
            f"ratio {times:.2f}{allowed}{over}",
        )

    def limit(self, name: str, ours: Spent, unit: str, budget: float, *, by_clock: bool = False) -> None:
        """A time against a number of the design, in `unit`."""
        over = "  OVER" if ours[int(by_clock)] * _TIMES[unit] > budget else ""
        self._line(name, f"{self._shown(ours, unit, by_clock)}  budget {budget:g}{over}")

    def memory(self, name: str, ours: float, budget: float, floor: float | None = None) -> None:
        """MiB against a number of the design, or times a floor of the same run."""
        beside = "" if floor is None else f"  floor {floor:.1f}  ratio {ours / floor:.2f}"
        over = "  OVER" if (ours if floor is None else ours / floor) > budget else ""
        self._line(name, f"{ours:>9.1f} MiB{beside}  budget {budget:g}{over}")

    @staticmethod
    def _shown(ours: Spent, unit: str, by_clock: bool) -> str:
        first, second = ("clock", "processor") if by_clock else ("processor", "clock")
        places = 1 if unit == "ms" else 3
        one, other = (getattr(ours, which) * _TIMES[unit] for which in (first, second))
        return f"{one:>9.{places}f} {unit:<2} {first:<9} ({other:.{places}f} {second})"

    @staticmethod
    def _line(name: str, figures: str) -> None:
        print(f"{name:<56}{figures}", flush=True)
