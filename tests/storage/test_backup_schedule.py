from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.storage.backups.schedule import AUTOMATIC, BEFORE, REASONS, BackupName, kept, next_name

START = datetime(2026, 1, 1, 21, 4)  # noqa: DTZ001
NAMES = st.lists(st.tuples(st.integers(0, 60_000), st.sampled_from(REASONS)), min_size=1, max_size=60).map(
    lambda found: [
        BackupName(number, START + timedelta(hours=hours), reason)
        for number, (hours, reason) in enumerate(found, start=1)
    ]
)


def every(hours: int, count: int, reason: str = AUTOMATIC) -> list[BackupName]:
    return [BackupName(n + 1, START + timedelta(hours=hours * n), reason) for n in range(count)]


def test_seven_days_four_weeks_and_twelve_months_stay() -> None:
    names = every(6, 4 * 800)
    staying = sorted(kept(names), reverse=True)
    days = [name.at.date() for name in staying]
    newest = names[-1].at.date()
    assert days[:7] == [newest - timedelta(days=back) for back in range(7)]
    assert len({name.at.isocalendar()[:2] for name in staying}) >= 4
    assert len({(name.at.year, name.at.month) for name in staying}) == 12
    assert len(staying) <= 7 + 4 + 12
    # The last of its day.
    assert all(name.at.hour >= 15 for name in staying)


def test_gaps_do_not_count_as_days() -> None:
    names = every(24 * 40, 30)
    assert len(kept(names)) == 12


@given(NAMES)
def test_the_newest_always_stays_and_what_stays_stays_again(names: list[BackupName]) -> None:
    staying = kept(names)
    assert names[-1] in staying
    assert kept(list(staying)) == staying


def test_a_clock_that_was_set_back_a_year_costs_no_new_backup() -> None:
    names = every(24, 10)
    back = names[-1].at - timedelta(days=365)
    names += [BackupName(11, back, AUTOMATIC), BackupName(12, back + timedelta(days=1), AUTOMATIC)]
    assert {names[-1], names[-2], names[-3]} <= kept(names)


def test_what_stood_before_something_large_stays_thirty_days() -> None:
    # Two imports on one day: the turns of day, week and month would keep neither.
    imports = [BackupName(number, START, "import") for number in (1, 2)]
    day_by_day = [BackupName(n, START + timedelta(hours=n), AUTOMATIC) for n in range(3, 24 * 28, 5)]
    assert set(imports) <= kept([*imports, *day_by_day])
    much_later = BackupName(999, START + timedelta(days=31), AUTOMATIC)
    assert not set(imports) & kept([*imports, *day_by_day, much_later])


def test_copies_with_an_older_key_go_after_thirty_days() -> None:
    old, new = every(24, 20), [BackupName(21, START + timedelta(days=20), AUTOMATIC)]
    assert set(old) <= kept([*old, *new], old)
    much_later = BackupName(22, START + timedelta(days=20) + BEFORE, AUTOMATIC)
    staying = kept([*old, *new, much_later], old)
    assert {name for name in staying if name in old} == set()
    assert kept(old, old) == set(old)


@given(NAMES)
def test_a_name_says_everything_again(names: list[BackupName]) -> None:
    for name in names:
        assert BackupName.of(str(name)) == name
    following = next_name(names, START.replace(second=9), AUTOMATIC)
    assert following > max(names)
    assert following.at == START


def test_other_names_are_no_backups() -> None:
    for text in (
        "",
        "diary",
        "0001_2026-13-45_2104_auto",
        "0001_2026-01-01_2104_x",
        "1_2026-01-01_2104_auto",
    ):
        assert BackupName.of(f"{text}.lupusdiary") is None
