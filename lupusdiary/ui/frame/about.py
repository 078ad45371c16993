"""About the program: what it is for, what it is not, and whose work it carries."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary import __version__
from lupusdiary.language import Translator
from lupusdiary.ui.widgets.text_dialog import TextDialog

# The notice that the LOINC licence asks for, in its own words.
_LOINC = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "
    "Regenstrief Institute, Inc. "
    "and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at "
    "no cost under the "
    "license at http://loinc.org/license. LOINC® is a registered United States trademark of "
    "Regenstrief Institute, Inc."
)


class About(TextDialog):
    """The About box."""

    def heading(self, tr: Translator) -> str:
        return tr.text("About Lupus Diary")

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        return (
            (
                tr.text("Lupus Diary {version}", version=__version__),
                (
                    tr.text(
                        "Helps people with lupus to record how they are, to see it beside their "
                        "laboratory results, "
                        "and to bring it to their next visit."
                    ),
                ),
            ),
            (
                tr.text("Not a medical device"),
                (
                    tr.text(
                        "This program is not a medical device and does not replace diagnosis or treatment."
                    ),
                    tr.text(
                        "It shows what you enter. It does not judge values, does not warn of a "
                        "flare and gives no advice "
                        "on medicines. Please talk to your doctor or nurse about what you see here."
                    ),
                    tr.text("Its questions are our own; they are not a validated questionnaire."),
                ),
            ),
            (
                tr.text("Your data"),
                (
                    tr.text("Your diary is one file on this computer. The program never uses the network."),
                    tr.text(
                        "Exports and PDF files are not encrypted. Please keep them as carefully as a letter."
                    ),
                ),
            ),
            (tr.text("LOINC notice"), (_LOINC,)),
            (
                tr.text("Licences"),
                (
                    tr.text(
                        "Lupus Diary is free software under the GNU General Public License, "
                        "version 3 or later."
                    ),
                    tr.text(
                        "Qt for Python (LGPL 3), SQLCipher (BSD), Matplotlib, sqlite-utils and "
                        "Typst (Apache 2.0), "
                        "Babel (BSD), the font Pretendard (SIL Open Font License 1.1), the icons "
                        "of Lucide (ISC)."
                    ),
                    tr.text("Symptom names carry codes of the Human Phenotype Ontology (HPO)."),
                ),
            ),
        )
