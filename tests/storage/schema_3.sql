PRAGMA application_id = 1282753657;
PRAGMA user_version = 3;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE article_mark (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL UNIQUE, bookmarked INTEGER NOT NULL, note TEXT
    ) STRICT;
CREATE TABLE article_progress (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL UNIQUE, anchor TEXT, fraction REAL NOT NULL, finished INTEGER NOT NULL
    ) STRICT;
CREATE TABLE change_image (
        id INTEGER PRIMARY KEY,
        step INTEGER NOT NULL REFERENCES change_step (id),
        verb TEXT NOT NULL, "table" TEXT NOT NULL, row INTEGER NOT NULL, old TEXT, new TEXT
    ) STRICT;
CREATE TABLE change_step (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, number TEXT NOT NULL
    ) STRICT;
CREATE TABLE day_note (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL UNIQUE, note TEXT NOT NULL,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL
    ) STRICT;
CREATE TABLE demonstration (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        story TEXT NOT NULL, until TEXT NOT NULL, language TEXT NOT NULL
    ) STRICT;
CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        form TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL,
        UNIQUE (form, key)
    ) STRICT;
CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, note TEXT
    ) STRICT;
CREATE TABLE flare (
        id INTEGER PRIMARY KEY,
        start_day TEXT NOT NULL, end_day TEXT, note TEXT
    ) STRICT;
CREATE TABLE lab_result (
        id INTEGER PRIMARY KEY,
        collected_on TEXT NOT NULL, analyte TEXT NOT NULL, value_text TEXT NOT NULL, kind TEXT NOT NULL,
        comparator TEXT, value REAL, low REAL, high REAL, code TEXT, unit TEXT,
        range_text TEXT, range_low REAL, range_high REAL, laboratory TEXT, method TEXT, note TEXT
    ) STRICT;
CREATE TABLE own_analyte (
        id INTEGER PRIMARY KEY,
        analyte TEXT NOT NULL UNIQUE, name TEXT NOT NULL, value_type TEXT NOT NULL, unit TEXT
    ) STRICT;
CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT, birth_date TEXT, sex TEXT, hospital_number TEXT
    ) STRICT;
CREATE TABLE quiz_answer (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, article TEXT NOT NULL, item INTEGER NOT NULL, correct INTEGER NOT NULL
    ) STRICT;
CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, symptom TEXT NOT NULL,
        number REAL, yes INTEGER, diastolic REAL,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL, entered TEXT,
        UNIQUE (day, symptom),
        CHECK ((number IS NULL) <> (yes IS NULL))
    ) STRICT;
CREATE TABLE safety_card (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        whom TEXT, signs TEXT NOT NULL, notes TEXT
    ) STRICT;
CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
    ) STRICT;
CREATE TABLE sheet_row (
        id INTEGER PRIMARY KEY,
        laboratory TEXT, position INTEGER NOT NULL,
        analyte TEXT NOT NULL, label TEXT, unit_answer TEXT
    ) STRICT;
CREATE TABLE teach_back (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, article TEXT NOT NULL, action TEXT
    ) STRICT;
CREATE TABLE teach_back_result (
        id INTEGER PRIMARY KEY,
        teach_back INTEGER NOT NULL REFERENCES teach_back (id), position INTEGER NOT NULL,
        said INTEGER NOT NULL, words TEXT
    ) STRICT;
CREATE TABLE timed_entry (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, at TEXT NOT NULL, fever REAL, note TEXT,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL
    , entered TEXT) STRICT;
CREATE TABLE tracked_symptom (
        id INTEGER PRIMARY KEY,
        symptom TEXT NOT NULL UNIQUE, tracked INTEGER NOT NULL, position INTEGER NOT NULL,
        name TEXT, scale TEXT, retired INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE TABLE visit (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, note TEXT
    ) STRICT;
CREATE TABLE visit_question (
        id INTEGER PRIMARY KEY,
        visit INTEGER NOT NULL REFERENCES visit (id), position INTEGER NOT NULL, text TEXT NOT NULL
    ) STRICT;
CREATE INDEX change_image_by_step ON change_image (step);
CREATE INDEX event_by_day ON event (day);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX lab_result_by_analyte ON lab_result (analyte, collected_on);
CREATE INDEX lab_result_by_day ON lab_result (collected_on);
CREATE INDEX quiz_answer_by_day ON quiz_answer (day);
CREATE INDEX reading_by_symptom ON reading (symptom, day);
CREATE INDEX sheet_row_by_laboratory ON sheet_row (laboratory);
CREATE INDEX teach_back_result_by_teach_back ON teach_back_result (teach_back);
CREATE INDEX timed_entry_by_day ON timed_entry (day);
CREATE INDEX visit_by_day ON visit (day);
CREATE INDEX visit_question_by_visit ON visit_question (visit);
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (1, 'lupusdiary', 'm001_first_schema', '2026-11-28 16:40:54.708655+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (2, 'lupusdiary', 'm002_learning', '2026-11-28 16:40:54.724868+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (3, 'lupusdiary', 'm003_drafts_and_typed_units', '2026-11-28 16:40:54.755546+00:00');
INSERT INTO article_mark ("id", "article", "bookmarked", "note") VALUES (1, 'lupus_nephritis', 1, NULL);
INSERT INTO article_mark ("id", "article", "bookmarked", "note") VALUES (2, 'what_is_lupus', 0, '=내 메모
둘째 줄');
INSERT INTO article_progress ("id", "article", "anchor", "fraction", "finished") VALUES (1, 'lupus_nephritis', 'tests', 1.0, 1);
INSERT INTO article_progress ("id", "article", "anchor", "fraction", "finished") VALUES (2, 'what_is_lupus', 'what', 0.25, 0);
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (1, 1, 'insert', 'profile', 1, NULL, '{"id":1,"name":"=김가상","birth_date":"1982-10-05","sex":"female","hospital_number":"0012345"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (2, 1, 'insert', 'tracked_symptom', 1, NULL, '{"id":1,"symptom":"joint_pain","tracked":1,"position":0,"name":null,"scale":null,"retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (3, 1, 'insert', 'tracked_symptom', 2, NULL, '{"id":2,"symptom":"fatigue","tracked":0,"position":1,"name":null,"scale":null,"retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (4, 1, 'insert', 'tracked_symptom', 3, NULL, '{"id":3,"symptom":"own_hands","tracked":1,"position":2,"name":"손 저림, 아침","scale":"severity","retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (5, 1, 'insert', 'tracked_symptom', 4, NULL, '{"id":4,"symptom":"own_old","tracked":0,"position":3,"name":"예전 항목","scale":"count","retired":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (6, 1, 'insert', 'own_analyte', 1, NULL, '{"id":1,"analyte":"own_c1q","name":"Anti-C1q","value_type":"quantity","unit":"U/mL"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (7, 1, 'insert', 'reading', 1, NULL, '{"id":1,"day":"2026-03-01","symptom":"chills","number":null,"yes":1,"diastolic":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (8, 1, 'insert', 'reading', 2, NULL, '{"id":2,"day":"2026-03-01","symptom":"fatigue","number":6.0,"yes":null,"diastolic":null,"how":"later","entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (9, 1, 'insert', 'reading', 3, NULL, '{"id":3,"day":"2026-03-01","symptom":"fever","number":38.1,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":"100.5 [degF]"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (10, 1, 'insert', 'reading', 4, NULL, '{"id":4,"day":"2026-03-01","symptom":"nasal_ulcer","number":null,"yes":0,"diastolic":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (11, 1, 'insert', 'reading', 5, NULL, '{"id":5,"day":"2026-03-01","symptom":"own_hands","number":2.0,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (12, 1, 'insert', 'reading', 6, NULL, '{"id":6,"day":"2026-03-01","symptom":"weight","number":58.0,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (13, 1, 'insert', 'day_note', 1, NULL, '{"id":1,"day":"2026-03-01","note":"첫 줄, “따옴표” \"곧은\"\n둘째 줄; 끝\t탭","how":"copied","entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (14, 1, 'insert', 'timed_entry', 1, NULL, '{"id":1,"day":"2026-03-01","at":"08:05","fever":36.9,"note":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (15, 1, 'insert', 'timed_entry', 2, NULL, '{"id":2,"day":"2026-03-01","at":"08:05","fever":null,"note":"@아침","how":"later","entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (16, 1, 'insert', 'timed_entry', 3, NULL, '{"id":3,"day":"2026-03-01","at":"14:30","fever":38.0,"note":"-오한","how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (17, 1, 'insert', 'timed_entry', 4, NULL, '{"id":4,"day":"2026-03-01","at":"22:15","fever":37.2,"note":null,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":"99 [degF]"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (18, 1, 'insert', 'reading', 7, NULL, '{"id":7,"day":"2026-03-02","symptom":"bp","number":120.0,"yes":null,"diastolic":80.0,"how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (19, 1, 'insert', 'day_note', 2, NULL, '{"id":2,"day":"2026-03-02","note":"''=1+1''","how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (20, 1, 'insert', 'day_note', 3, NULL, '{"id":3,"day":"2026-03-05","note":"+82 10","how":null,"entered_at":"2026-11-22T12:04:00+00:00","zone":"Asia/Seoul"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (21, 1, 'insert', 'sheet_row', 1, NULL, '{"id":1,"laboratory":"가상, “큰” 병원","position":0,"analyte":"c3","label":"C3(보체)","unit_answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (22, 1, 'insert', 'sheet_row', 2, NULL, '{"id":2,"laboratory":"가상, “큰” 병원","position":1,"analyte":"upcr","label":null,"unit_answer":"mg/g{creat}"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (23, 1, 'insert', 'sheet_row', 3, NULL, '{"id":3,"laboratory":null,"position":0,"analyte":"own_c1q","label":null,"unit_answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (24, 1, 'insert', 'lab_result', 1, NULL, '{"id":1,"collected_on":"2026-03-01","analyte":"c3","value_text":"52","kind":"quantity","comparator":null,"value":52.0,"low":null,"high":null,"code":null,"unit":"mg/dL","range_text":"90-180","range_low":90.0,"range_high":180.0,"laboratory":"가상, “큰” 병원","method":"nephelometry","note":"=note"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (25, 1, 'insert', 'lab_result', 2, NULL, '{"id":2,"collected_on":"2026-03-01","analyte":"anti_dsdna","value_text":"<1.3","kind":"quantity","comparator":"<","value":1.3,"low":null,"high":null,"code":null,"unit":"IU/mL","range_text":"<10","range_low":null,"range_high":10.0,"laboratory":"가상, “큰” 병원","method":"FEIA","note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (26, 1, 'insert', 'lab_result', 3, NULL, '{"id":3,"collected_on":"2026-03-01","analyte":"ana","value_text":"1:640","kind":"titre","comparator":null,"value":640.0,"low":null,"high":null,"code":null,"unit":null,"range_text":"<1:80","range_low":null,"range_high":null,"laboratory":"가상, “큰” 병원","method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (27, 1, 'insert', 'lab_result', 4, NULL, '{"id":4,"collected_on":"2026-03-01","analyte":"urine_protein_dip","value_text":"2+","kind":"ordinal","comparator":null,"value":null,"low":null,"high":null,"code":"2+","unit":null,"range_text":"음성","range_low":null,"range_high":null,"laboratory":"가상, “큰” 병원","method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (28, 1, 'insert', 'lab_result', 5, NULL, '{"id":5,"collected_on":"2026-03-01","analyte":"urine_protein_dip","value_text":"-","kind":"ordinal","comparator":null,"value":null,"low":null,"high":null,"code":"neg","unit":null,"range_text":null,"range_low":null,"range_high":null,"laboratory":"가상, “큰” 병원","method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (29, 1, 'insert', 'lab_result', 6, NULL, '{"id":6,"collected_on":"2026-03-01","analyte":"urine_rbc","value_text":"5-9","kind":"range","comparator":null,"value":null,"low":5.0,"high":9.0,"code":null,"unit":"/HPF","range_text":"0-4","range_low":0.0,"range_high":4.0,"laboratory":"가상, “큰” 병원","method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (30, 1, 'insert', 'lab_result', 7, NULL, '{"id":7,"collected_on":"2026-03-01","analyte":"ch50","value_text":"검사중","kind":"pending","comparator":null,"value":null,"low":null,"high":null,"code":null,"unit":null,"range_text":null,"range_low":null,"range_high":null,"laboratory":null,"method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (31, 1, 'insert', 'lab_result', 8, NULL, '{"id":8,"collected_on":"2026-03-01","analyte":"own_c1q","value_text":"12.5","kind":"quantity","comparator":null,"value":12.5,"low":null,"high":null,"code":null,"unit":"U/mL","range_text":null,"range_low":null,"range_high":null,"laboratory":null,"method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (32, 1, 'insert', 'lab_result', 9, NULL, '{"id":9,"collected_on":"2026-03-02","analyte":"c3","value_text":"읽을 수 없음","kind":"text","comparator":null,"value":null,"low":null,"high":null,"code":null,"unit":null,"range_text":null,"range_low":null,"range_high":null,"laboratory":null,"method":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (33, 1, 'insert', 'event', 1, NULL, '{"id":1,"day":"2026-03-01","kind":"cart_infusion","title":"주입","note":"메모\n두 줄"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (34, 1, 'insert', 'event', 2, NULL, '{"id":2,"day":"2026-03-01","kind":"diagnosis","title":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (35, 1, 'insert', 'flare', 1, NULL, '{"id":1,"start_day":"2026-03-01","end_day":"2026-03-02","note":"의사에게 들음"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (36, 1, 'insert', 'flare', 2, NULL, '{"id":2,"start_day":"2026-03-02","end_day":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (37, 1, 'insert', 'visit', 1, NULL, '{"id":1,"day":"2026-03-01","note":"메모"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (38, 1, 'insert', 'visit_question', 1, NULL, '{"id":1,"visit":1,"position":0,"text":"첫 질문?"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (39, 1, 'insert', 'visit_question', 2, NULL, '{"id":2,"visit":1,"position":1,"text":"둘째; 질문"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (40, 1, 'insert', 'visit', 2, NULL, '{"id":2,"day":"2026-03-01","note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (41, 1, 'insert', 'visit_question', 3, NULL, '{"id":3,"visit":2,"position":0,"text":"같은 날 다른 진료"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (42, 1, 'insert', 'visit', 3, NULL, '{"id":3,"day":"2026-03-02","note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (43, 1, 'insert', 'contact', 1, NULL, '{"id":1,"name":"외래","number":"+82-2-000-0000"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (44, 1, 'insert', 'article_progress', 1, NULL, '{"id":1,"article":"lupus_nephritis","anchor":"tests","fraction":1.0,"finished":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (45, 1, 'insert', 'article_mark', 1, NULL, '{"id":1,"article":"lupus_nephritis","bookmarked":1,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (46, 1, 'insert', 'article_progress', 2, NULL, '{"id":2,"article":"what_is_lupus","anchor":"what","fraction":0.25,"finished":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (47, 1, 'insert', 'article_mark', 2, NULL, '{"id":2,"article":"what_is_lupus","bookmarked":0,"note":"=내 메모\n둘째 줄"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (48, 1, 'insert', 'quiz_answer', 1, NULL, '{"id":1,"day":"2026-03-01","article":"what_is_lupus","item":0,"correct":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (49, 1, 'insert', 'quiz_answer', 2, NULL, '{"id":2,"day":"2026-03-02","article":"what_is_lupus","item":0,"correct":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (50, 1, 'insert', 'teach_back', 1, NULL, '{"id":1,"day":"2026-03-02","article":"what_is_lupus","action":"궁금한 점 적기"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (51, 1, 'insert', 'teach_back_result', 1, NULL, '{"id":1,"teach_back":1,"position":0,"said":1,"words":"면역이 나를 공격해요"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (52, 1, 'insert', 'teach_back_result', 2, NULL, '{"id":2,"teach_back":1,"position":1,"said":0,"words":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (53, 1, 'insert', 'teach_back_result', 3, NULL, '{"id":3,"teach_back":1,"position":2,"said":1,"words":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (54, 1, 'insert', 'teach_back', 2, NULL, '{"id":2,"day":"2026-03-02","article":"why_wolf","action":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (55, 1, 'insert', 'safety_card', 1, NULL, '{"id":1,"whom":"=보호자, 010-0000-0000","signs":"chest_pain fever","notes":"스테로이드는\n갑자기 끊지 않음"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (56, 2, 'insert', 'setting', 1, NULL, '{"id":1,"key":"computed_egfr","value":"yes"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (57, 3, 'insert', 'contact', 2, NULL, '{"id":2,"name":"x","number":"1"}');
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (1, 'merge', '2026-11-22T12:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (2, 'settings.set', '2026-11-22T12:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (3, 'contacts.add', '2026-11-22T12:04:00+00:00', 1);
INSERT INTO contact ("id", "name", "number") VALUES (1, '외래', '+82-2-000-0000');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (1, '2026-03-01', '첫 줄, “따옴표” "곧은"
둘째 줄; 끝	탭', 'copied', '2026-11-22T12:04:00+00:00', 'Asia/Seoul');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (2, '2026-03-02', '''=1+1''', NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (3, '2026-03-05', '+82 10', NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul');
INSERT INTO draft ("id", "form", "key", "at", "json") VALUES (1, 'visit', 'new', '2026-11-22T12:04:00+00:00', '{"day": "2026-12-03", "questions": ["다음 주에 물어볼 것"]}');
INSERT INTO event ("id", "day", "kind", "title", "note") VALUES (1, '2026-03-01', 'cart_infusion', '주입', '메모
두 줄');
INSERT INTO event ("id", "day", "kind", "title", "note") VALUES (2, '2026-03-01', 'diagnosis', NULL, NULL);
INSERT INTO flare ("id", "start_day", "end_day", "note") VALUES (1, '2026-03-01', '2026-03-02', '의사에게 들음');
INSERT INTO flare ("id", "start_day", "end_day", "note") VALUES (2, '2026-03-02', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (1, '2026-03-01', 'c3', '52', 'quantity', NULL, 52.0, NULL, NULL, NULL, 'mg/dL', '90-180', 90.0, 180.0, '가상, “큰” 병원', 'nephelometry', '=note');
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (2, '2026-03-01', 'anti_dsdna', '<1.3', 'quantity', '<', 1.3, NULL, NULL, NULL, 'IU/mL', '<10', NULL, 10.0, '가상, “큰” 병원', 'FEIA', NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (3, '2026-03-01', 'ana', '1:640', 'titre', NULL, 640.0, NULL, NULL, NULL, NULL, '<1:80', NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (4, '2026-03-01', 'urine_protein_dip', '2+', 'ordinal', NULL, NULL, NULL, NULL, '2+', NULL, '음성', NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (5, '2026-03-01', 'urine_protein_dip', '-', 'ordinal', NULL, NULL, NULL, NULL, 'neg', NULL, NULL, NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (6, '2026-03-01', 'urine_rbc', '5-9', 'range', NULL, NULL, 5.0, 9.0, NULL, '/HPF', '0-4', 0.0, 4.0, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (7, '2026-03-01', 'ch50', '검사중', 'pending', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (8, '2026-03-01', 'own_c1q', '12.5', 'quantity', NULL, 12.5, NULL, NULL, NULL, 'U/mL', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (9, '2026-03-02', 'c3', '읽을 수 없음', 'text', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO own_analyte ("id", "analyte", "name", "value_type", "unit") VALUES (1, 'own_c1q', 'Anti-C1q', 'quantity', 'U/mL');
INSERT INTO profile ("id", "name", "birth_date", "sex", "hospital_number") VALUES (1, '=김가상', '1982-10-05', 'female', '0012345');
INSERT INTO quiz_answer ("id", "day", "article", "item", "correct") VALUES (1, '2026-03-01', 'what_is_lupus', 0, 0);
INSERT INTO quiz_answer ("id", "day", "article", "item", "correct") VALUES (2, '2026-03-02', 'what_is_lupus', 0, 1);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (1, '2026-03-01', 'chills', NULL, 1, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (2, '2026-03-01', 'fatigue', 6.0, NULL, NULL, 'later', '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (3, '2026-03-01', 'fever', 38.1, NULL, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', '100.5 [degF]');
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (4, '2026-03-01', 'nasal_ulcer', NULL, 0, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (5, '2026-03-01', 'own_hands', 2.0, NULL, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (6, '2026-03-01', 'weight', 58.0, NULL, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (7, '2026-03-02', 'bp', 120.0, NULL, 80.0, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO safety_card ("id", "whom", "signs", "notes") VALUES (1, '=보호자, 010-0000-0000', 'chest_pain fever', '스테로이드는
갑자기 끊지 않음');
INSERT INTO setting ("id", "key", "value") VALUES (1, 'computed_egfr', 'yes');
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (1, '가상, “큰” 병원', 0, 'c3', 'C3(보체)', NULL);
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (2, '가상, “큰” 병원', 1, 'upcr', NULL, 'mg/g{creat}');
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (3, NULL, 0, 'own_c1q', NULL, NULL);
INSERT INTO teach_back ("id", "day", "article", "action") VALUES (1, '2026-03-02', 'what_is_lupus', '궁금한 점 적기');
INSERT INTO teach_back ("id", "day", "article", "action") VALUES (2, '2026-03-02', 'why_wolf', NULL);
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (1, 1, 0, 1, '면역이 나를 공격해요');
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (2, 1, 1, 0, NULL);
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (3, 1, 2, 1, NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (1, '2026-03-01', '08:05', 36.9, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (2, '2026-03-01', '08:05', NULL, '@아침', 'later', '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (3, '2026-03-01', '14:30', 38.0, '-오한', NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (4, '2026-03-01', '22:15', 37.2, NULL, NULL, '2026-11-22T12:04:00+00:00', 'Asia/Seoul', '99 [degF]');
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (1, 'joint_pain', 1, 0, NULL, NULL, 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (2, 'fatigue', 0, 1, NULL, NULL, 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (3, 'own_hands', 1, 2, '손 저림, 아침', 'severity', 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (4, 'own_old', 0, 3, '예전 항목', 'count', 1);
INSERT INTO visit ("id", "day", "note") VALUES (1, '2026-03-01', '메모');
INSERT INTO visit ("id", "day", "note") VALUES (2, '2026-03-01', NULL);
INSERT INTO visit ("id", "day", "note") VALUES (3, '2026-03-02', NULL);
INSERT INTO visit_question ("id", "visit", "position", "text") VALUES (1, 1, 0, '첫 질문?');
INSERT INTO visit_question ("id", "visit", "position", "text") VALUES (2, 1, 1, '둘째; 질문');
INSERT INTO visit_question ("id", "visit", "position", "text") VALUES (3, 2, 0, '같은 날 다른 진료');
