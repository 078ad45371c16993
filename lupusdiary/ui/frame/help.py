"""F1: how to use the diary, in a few short pieces."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.language import Translator
from lupusdiary.ui.widgets.text_dialog import TextDialog


class Help(TextDialog):
    """The help window."""

    def heading(self, tr: Translator) -> str:
        return tr.text("How to use this diary")

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        return (
            (
                tr.text("Every evening: Today"),
                (
                    tr.text("Click a number for each item, or type it: the cursor moves on by itself."),
                    tr.text(
                        "“Same as yesterday” copies your last day, at most three days back, into the items "
                        "that are still empty. Copied values are dashed until you confirm them: with Enter, "
                        "a click, or “All correct” after the last item. Temperature, counts and items with "
                        "a warning are never copied."
                    ),
                    tr.text("“No symptoms today” writes a zero for each item that is still empty."),
                    tr.text(
                        "You never need to save. You can fill in earlier days; the diary remembers "
                        "that it was later."
                    ),
                    tr.text(
                        "Temperature and weight are in the unit that you choose in Settings; with its unit, "
                        "a number in the other one is understood too, such as 98.6 F."
                    ),
                    tr.text(
                        "The right end of the menu bar says when something was last saved. "
                        "Undo is beside it: it says what it undid, and goes there."
                    ),
                ),
            ),
            (
                tr.text("Keys on the Today page"),
                (
                    tr.text("0 to 9 set a score and move on. End means 10, Home means 0."),
                    tr.text(
                        "Left and right arrows change the score, up and down arrows change the item. "
                        "Backspace goes back, Delete clears an item."
                    ),
                    tr.text("Where the answer is yes or no: 1 is yes, 0 is no."),
                    tr.text(
                        "Enter confirms a dashed value, Ctrl+Enter all that you saw. F1 explains the item "
                        "and says when to call."
                    ),
                ),
            ),
            (
                tr.text("After a blood or urine test: Labs"),
                (
                    tr.text(
                        "First choose, once, which tests your hospital prints. Then type the "
                        "values as they are printed: 52, <1.3, 1:640, 2+. What was "
                        "understood is shown beside them."
                    ),
                    tr.text(
                        "Copy the reference range from your sheet. ▲ and ▼ mean outside of that "
                        "range, nothing more."
                    ),
                ),
            ),
            (
                tr.text("From the prescription or the envelope: Medicines"),
                (
                    tr.text(
                        "Copy one line as it is printed, or a plan such as 15 mg 2 weeks, 10 "
                        "mg 2 weeks, then 5 mg. What was understood is shown below; what is "
                        "uncertain is asked, and nothing is kept before you agree. Ctrl+N "
                        "goes to that line."
                    ),
                    tr.text(
                        "Open a row to see its course. There you change the dose, write a "
                        "new plan, enter how it really went or an extra intake, and stop the "
                        "medicine; the old dose is kept as what was true until then."
                    ),
                    tr.text(
                        "On a row, Space ticks the doses of today that are due and not recorded; Enter or "
                        "the right arrow key opens it."
                    ),
                    tr.text(
                        "“A pharmacy’s list…” reads a copied table, CSV or Excel. What was dispensed is kept "
                        "as planned, never as taken."
                    ),
                ),
            ),
            (
                tr.text("Before and after a visit: Visit"),
                (
                    tr.text(
                        "Write down your questions, choose the period, look at the page, then "
                        "print it or save it as PDF."
                    ),
                    tr.text(
                        "Ctrl+K writes down a question from any page; no date is needed. Drag questions by "
                        "their dots, or use Alt with the arrow keys: their order is that of the paper."
                    ),
                    tr.text(
                        "“After the visit” holds the answers and what was agreed. A dose that you only heard "
                        "stays dashed in Medicines until you confirm it from the envelope."
                    ),
                    tr.text(
                        "“Add to my calendar…” saves a visit as a file that telephones and computers open."
                    ),
                ),
            ),
            (
                tr.text("Timeline"),
                (
                    tr.text(
                        "Choose a theme and a range. Turn the wheel or press + and − to zoom, drag "
                        "or use the arrow keys "
                        "to move, and click a point to open its day. “As table” shows the same numbers."
                    ),
                    tr.text(
                        "The values of the day that you point at are shown at the right. A "
                        "tile is the worst day of its week or month; a dashed tile was not "
                        "recorded."
                    ),
                    tr.text("A gap is time that was not recorded. It never means zero."),
                ),
            ),
            (
                tr.text("Learn"),
                (
                    tr.text(
                        "Underlined words are explained on the spot: click one, or go there "
                        "with Tab and press Enter. Questions for your doctor and your own "
                        "notes are at the end of each article."
                    ),
                    tr.text(
                        "Search as you would ask: a few everyday words, a brand or a number are enough. "
                        "Ready questions below an article go onto your list when you tick them."
                    ),
                    tr.text("Your hospital can add articles of its own: choose their folder in Settings."),
                ),
            ),
            (
                tr.text("Everywhere"),
                (
                    tr.text("Ctrl+Z undoes, Ctrl+Shift+Z does it again, also after a restart."),
                    tr.text(
                        "Ctrl+1 to Ctrl+9 change the page. Ctrl and + or − changes the text size. "
                        "F11 fills the screen, F12 opens “If it is urgent” from anywhere."
                    ),
                    tr.text(
                        "In Settings, Ctrl+F finds a setting by its words, such as “text size” or “backup”."
                    ),
                    tr.text(
                        "If you forget your passphrase, the recovery sheet opens your diary. "
                        "You find it in the File menu."
                    ),
                ),
            ),
        )
