"""One style sheet for the whole window, made from the palette and the text size."""

from __future__ import annotations

from lupusdiary.ui.palette import Colours

BASE_POINTS = 12.0
FAMILY = "Pretendard"
TARGET = 40


def target(scale: float) -> int:
    """The least height of a control in pixels: 40 or more, growing with the text."""
    return round(TARGET * max(1.0, 0.55 + 0.45 * scale))


def style_sheet(colours: Colours, scale: float, chevron: str) -> str:
    """The Qt style sheet. Widgets choose a look by the dynamic property `role`. `chevron` is an icon's path."""
    c = colours
    height = target(scale)

    def pt(points: float) -> str:
        return f"{points * scale:.1f}pt"

    return f"""
* {{ font-family: "{FAMILY}"; font-size: {pt(BASE_POINTS)}; color: {c.text}; }}
QMainWindow, QDialog, QStackedWidget#pages, QWidget#backdrop {{ background: {c.window}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {pt(20)}; font-weight: bold; }}
QLabel[role="section"] {{ font-size: {pt(14)}; font-weight: bold; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="hint"] {{ font-size: {pt(11)}; color: {c.muted}; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="brand"] {{ font-size: {pt(14)}; font-weight: bold; color: {c.accent}; }}
QLabel[role="note"], QFrame[role="note"] {{ background: {c.note}; color: {c.on_note};
  border: 1px solid {c.note_border}; border-radius: 8px; padding: 6px 10px; font-size: {pt(11)}; }}
QFrame[role="note"] QLabel {{ color: {c.on_note}; }}
QFrame[role="banner"] {{ background: {c.note}; border: none; border-bottom: 1px solid {c.note_border}; }}
QFrame[role="banner"] QLabel {{ color: {c.on_note}; }}
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 12px; }}
QFrame[role="line"] {{ background: {c.border}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#rail {{ background: {c.rail}; border: none; border-right: 1px solid {c.border}; }}

QPushButton, QToolButton {{ background: {c.surface}; border: 1px solid {c.control_border}; border-radius: 9px;
  padding: 4px 14px; min-height: {height - 10}px; }}
QToolButton {{ padding: 4px 8px; min-width: {height - 18}px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.focus}; padding: 3px 13px; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.disabled}; border-color: {c.border}; }}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
  font-weight: bold; }}
QPushButton[role="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 3px solid {c.focus}; padding: 2px 12px; }}
QPushButton[role="primary"]:disabled {{ background: {c.border}; color: {c.disabled}; border-color: {c.border}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border: 2px solid {c.focus}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; padding: 2px 4px;
  color: {c.on_note}; text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 2px solid {c.focus}; padding: 1px 3px; }}
QPushButton[role="chip"] {{ padding: 4px 12px; }}
QPushButton[role="chip"]:focus {{ padding: 3px 11px; }}
QPushButton[role="chip"]:checked, QPushButton[role="cell"]:checked {{ background: {c.accent}; color: {c.on_accent};
  border-color: {c.accent}; font-weight: bold; }}
QPushButton[role="cell"] {{ padding: 2px 4px; }}
QPushButton[role="cell"]:focus {{ border: 3px solid {c.focus}; padding: 0px 2px; }}
QPushButton[role="rail"] {{ text-align: left; border: 1px solid transparent; background: transparent;
  padding: 4px 12px; min-height: {height - 8}px; }}
QPushButton[role="rail"]:hover {{ background: {c.hover}; }}
QPushButton[role="rail"]:checked {{ background: {c.accent_soft}; color: {c.on_accent_soft}; font-weight: bold; }}
QPushButton[role="rail"]:focus {{ border: 2px solid {c.focus}; padding: 3px 11px; }}
QPushButton[role="urgent"] {{ text-align: left; padding: 4px 12px; }}

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit {{
  background: {c.surface}; border: 1px solid {c.control_border}; border-radius: 9px; padding: 4px 10px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit {{ min-height: {height - 10}px; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus, QTimeEdit:focus {{ border: 2px solid {c.focus}; padding: 3px 9px; }}
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled {{ color: {c.disabled}; border-color: {c.border}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: url({chevron}); width: 16px; height: 16px; }}
QComboBox QAbstractItemView, QListView, QTableView, QTreeView {{ background: {c.surface};
  alternate-background-color: {c.raised}; border: 1px solid {c.border}; border-radius: 9px;
  selection-background-color: {c.accent_soft}; selection-color: {c.on_accent_soft};
  gridline-color: {c.border}; outline: none; }}
QComboBox QAbstractItemView::item, QListView::item {{ min-height: {height - 8}px; padding: 2px 8px; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border: 2px solid {c.focus}; }}
QTableView::item {{ padding: 4px 8px; }}
QTableView::item:focus {{ border: 2px solid {c.focus}; }}
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.raised}; color: {c.muted}; border: none; border-bottom: 1px solid {c.border};
  border-right: 1px solid {c.border}; padding: 6px 8px; font-weight: bold; }}
QTableCornerButton::section {{ background: {c.raised}; border: none; }}
QCheckBox, QRadioButton {{ spacing: 10px; min-height: {height - 4}px; background: transparent; padding: 0 4px;
  border: 2px solid transparent; border-radius: 8px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {round(18 * scale)}px; height: {round(18 * scale)}px;
  border: 2px solid {c.control_border}; background: {c.surface}; }}
QCheckBox::indicator {{ border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: {round(11 * scale)}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QRadioButton::indicator:checked {{ border: {round(5 * scale)}px solid {c.accent}; background: {c.on_accent};
  width: {round(12 * scale)}px; height: {round(12 * scale)}px; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 2px; }}
QScrollBar::handle {{ background: {c.control_border}; border-radius: 5px; min-height: 40px; min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenuBar {{ background: {c.rail}; border-bottom: 1px solid {c.border}; font-size: {pt(11)}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {c.accent_soft}; color: {c.on_accent_soft}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.control_border}; padding: 6px; }}
QMenu::item {{ padding: 7px 26px 7px 14px; border-radius: 6px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.on_accent_soft}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 5px 8px; }}
QToolTip {{ background: {c.text}; color: {c.surface}; border: none; padding: 6px 8px; font-size: {pt(11)}; }}
QProgressBar {{ border: 1px solid {c.control_border}; border-radius: 7px; text-align: center; min-height: 18px;
  background: {c.surface}; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 6px; }}
QCalendarWidget QWidget {{ alternate-background-color: {c.raised}; }}
QCalendarWidget QAbstractItemView {{ background: {c.surface}; selection-background-color: {c.accent};
  selection-color: {c.on_accent}; border-radius: 0; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.disabled}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.raised}; }}
QTabBar::tab {{ padding: 8px 16px; border: 1px solid transparent; border-radius: 8px; }}
QTabBar::tab:selected {{ background: {c.accent_soft}; color: {c.on_accent_soft}; font-weight: bold; }}
QSplitter::handle {{ background: {c.border}; }}
"""
