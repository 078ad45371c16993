"""What every part of the window stands on: context, language, theme, dialogs, workers."""
