"""One open diary and every verb a person has for it."""

from lupusdiary.diary.days import UNCHANGED as UNCHANGED
from lupusdiary.diary.demonstration_diary import create_demonstration as create_demonstration
from lupusdiary.diary.diary import Diary as Diary
from lupusdiary.diary.diary import create_diary as create_diary
from lupusdiary.diary.diary import diary_without_passphrase as diary_without_passphrase
from lupusdiary.diary.diary import growing_diary as growing_diary
from lupusdiary.diary.diary import open_diary as open_diary
from lupusdiary.diary.diary import rehearsal_diary as rehearsal_diary
from lupusdiary.diary.secret import Secret as Secret
from lupusdiary.storage.place import is_encrypted as is_encrypted
from lupusdiary.storage.stopping import Stop as Stop
from lupusdiary.storage.stopping import Stopped as Stopped
