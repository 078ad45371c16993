"""The window: the only room that knows Qt."""

from lupusdiary.ui.lasting_true import keep_true

keep_true()
