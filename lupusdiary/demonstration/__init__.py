"""Two fictional lives, told as the contents of a diary; nobody's dates, nobody's results."""

from lupusdiary.demonstration.story import DEFAULT_STORY as DEFAULT_STORY
from lupusdiary.demonstration.story import STORIES as STORIES
from lupusdiary.demonstration.story import story as story
