PRAGMA application_id = 1282753657;
PRAGMA user_version = 8;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE allergy (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, ingredient TEXT, reactions TEXT, first_on TEXT, told_by TEXT, note TEXT
    ) STRICT;
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
CREATE TABLE check_up (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, name TEXT, last_on TEXT, next_on TEXT, note TEXT
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
CREATE TABLE dose_part (
        id INTEGER PRIMARY KEY,
        period INTEGER REFERENCES dose_period (id), intake INTEGER REFERENCES intake (id),
        strength REAL, unit TEXT, amount REAL, amount_unit TEXT, amount_to REAL, times REAL, at TEXT,
        weekdays TEXT, turn REAL, strength_text TEXT, product TEXT, product_code TEXT,
        CHECK ((period IS NULL) <> (intake IS NULL))
    ) STRICT;
CREATE TABLE dose_period (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id),
        start_day TEXT NOT NULL, end_day TEXT, planned INTEGER NOT NULL, plan TEXT,
        kind TEXT NOT NULL, days REAL, weeks REAL, months REAL, weekdays TEXT, day_of_month REAL, dates TEXT,
        anchor TEXT, occasions REAL, most REAL, most_unit TEXT,
        meal TEXT, site TEXT, supply_days REAL, dispensed_on TEXT, prescribed_on TEXT,
        hospital TEXT, department TEXT, pharmacy TEXT, printed TEXT, note TEXT, reason TEXT, reason_text TEXT
    , heard_on TEXT) STRICT;
CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        form TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL,
        UNIQUE (form, key)
    ) STRICT;
CREATE TABLE earlier_version (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, at TEXT NOT NULL, label TEXT NOT NULL,
        step INTEGER, undone INTEGER NOT NULL DEFAULT 0,
        "table" TEXT NOT NULL, row INTEGER NOT NULL, json TEXT NOT NULL
    ) STRICT;
CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, note TEXT
    , ingredient TEXT, dose_mg REAL, days REAL) STRICT;
CREATE TABLE flare (
        id INTEGER PRIMARY KEY,
        start_day TEXT NOT NULL, end_day TEXT, note TEXT
    ) STRICT;
CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), diary TEXT NOT NULL) STRICT;
CREATE TABLE intake (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, medicine INTEGER NOT NULL REFERENCES medicine (id),
        state TEXT NOT NULL, intake TEXT, at TEXT, how TEXT, note TEXT
    ) STRICT;
CREATE TABLE lab_result (
        id INTEGER PRIMARY KEY,
        collected_on TEXT NOT NULL, analyte TEXT NOT NULL, value_text TEXT NOT NULL, kind TEXT NOT NULL,
        comparator TEXT, value REAL, low REAL, high REAL, code TEXT, unit TEXT,
        range_text TEXT, range_low REAL, range_high REAL, laboratory TEXT, method TEXT, note TEXT
    ) STRICT;
CREATE TABLE medicine (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, ingredient TEXT, route TEXT, form TEXT, kind TEXT,
        sensitive INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE TABLE medicine_plan (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id),
        plan TEXT NOT NULL, written_on TEXT, text TEXT, left_on TEXT
    ) STRICT;
CREATE TABLE open_question (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL, department TEXT, added_on TEXT
    , origin TEXT, place REAL) STRICT;
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
CREATE TABLE side_effect (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id), what TEXT NOT NULL,
        start_day TEXT, end_day TEXT, severity TEXT, told_on TEXT, note TEXT
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
CREATE TABLE trash (
        id INTEGER PRIMARY KEY,
        batch INTEGER NOT NULL, at TEXT NOT NULL, label TEXT NOT NULL,
        step INTEGER, undone INTEGER NOT NULL DEFAULT 0,
        "table" TEXT NOT NULL, row INTEGER NOT NULL, json TEXT NOT NULL
    ) STRICT;
CREATE TABLE visit (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, note TEXT
    , department TEXT, hospital TEXT, doctor TEXT, at TEXT, blood_draw TEXT, blood_draw_at TEXT, preparation TEXT, agreed TEXT, prepared TEXT) STRICT;
CREATE TABLE visit_agreement (
        id INTEGER PRIMARY KEY,
        visit INTEGER NOT NULL REFERENCES visit (id),
        position INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT, day TEXT, state TEXT, outcome TEXT
    ) STRICT;
CREATE TABLE visit_page (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, department TEXT, hospital TEXT, made_on TEXT NOT NULL, data TEXT NOT NULL
    ) STRICT;
CREATE TABLE visit_question (
        id INTEGER PRIMARY KEY,
        visit INTEGER NOT NULL REFERENCES visit (id), position INTEGER NOT NULL, text TEXT NOT NULL
    , asked INTEGER, answer TEXT) STRICT;
CREATE INDEX change_image_by_step ON change_image (step);
CREATE INDEX dose_part_by_intake ON dose_part (intake);
CREATE INDEX dose_part_by_period ON dose_part (period);
CREATE INDEX dose_period_by_medicine ON dose_period (medicine);
CREATE INDEX earlier_version_by_day ON earlier_version (day);
CREATE INDEX earlier_version_by_step ON earlier_version (step);
CREATE INDEX event_by_day ON event (day);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX intake_by_day ON intake (day);
CREATE INDEX intake_by_medicine ON intake (medicine, day);
CREATE INDEX lab_result_by_analyte ON lab_result (analyte, collected_on);
CREATE INDEX lab_result_by_day ON lab_result (collected_on);
CREATE INDEX medicine_plan_by_medicine ON medicine_plan (medicine);
CREATE INDEX quiz_answer_by_day ON quiz_answer (day);
CREATE INDEX reading_by_symptom ON reading (symptom, day, number, yes, diastolic);
CREATE INDEX sheet_row_by_laboratory ON sheet_row (laboratory);
CREATE INDEX side_effect_by_medicine ON side_effect (medicine);
CREATE INDEX teach_back_result_by_teach_back ON teach_back_result (teach_back);
CREATE INDEX timed_entry_by_day ON timed_entry (day);
CREATE INDEX trash_by_step ON trash (step);
CREATE INDEX trash_by_time ON trash (at);
CREATE INDEX visit_agreement_by_visit ON visit_agreement (visit);
CREATE INDEX visit_by_day ON visit (day);
CREATE INDEX visit_question_by_visit ON visit_question (visit);
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (1, 'lupusdiary', 'm001_first_schema', '2026-11-28 19:52:13.461951+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (2, 'lupusdiary', 'm002_learning', '2026-11-28 19:52:13.466190+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (3, 'lupusdiary', 'm003_drafts_and_typed_units', '2026-11-28 19:52:13.470535+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (4, 'lupusdiary', 'm004_trash_versions_and_identity', '2026-11-28 19:52:13.475995+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (5, 'lupusdiary', 'm005_medicines_and_visits', '2026-11-28 19:52:13.482538+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (6, 'lupusdiary', 'm006_agreements_and_pages_of_visits', '2026-11-28 19:52:13.485227+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (7, 'lupusdiary', 'm007_heard_doses', '2026-11-28 19:52:13.485227+00:00');
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (8, 'lupusdiary', 'm008_values_in_their_index', '2026-11-29 03:20:00.000000+00:00');
INSERT INTO allergy ("id", "name", "ingredient", "reactions", "first_on", "told_by", "note") VALUES (1, '설파제', 'tmp_smx', '["발진", "=가려움; 부음"]', '2024-05-02', 'doctor', '응급실');
INSERT INTO allergy ("id", "name", "ingredient", "reactions", "first_on", "told_by", "note") VALUES (2, '조영제', NULL, NULL, NULL, NULL, NULL);
INSERT INTO article_mark ("id", "article", "bookmarked", "note") VALUES (1, 'lupus_nephritis', 1, NULL);
INSERT INTO article_mark ("id", "article", "bookmarked", "note") VALUES (2, 'what_is_lupus', 0, '=내 메모
둘째 줄');
INSERT INTO article_progress ("id", "article", "anchor", "fraction", "finished") VALUES (1, 'lupus_nephritis', 'tests', 1.0, 1);
INSERT INTO article_progress ("id", "article", "anchor", "fraction", "finished") VALUES (2, 'what_is_lupus', 'what', 0.5, 0);
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (1, 1, 'insert', 'profile', 1, NULL, '{"id":1,"name":"=김가상","birth_date":"1982-10-05","sex":"female","hospital_number":"0012345"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (2, 1, 'insert', 'tracked_symptom', 1, NULL, '{"id":1,"symptom":"joint_pain","tracked":1,"position":0,"name":null,"scale":null,"retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (3, 1, 'insert', 'tracked_symptom', 2, NULL, '{"id":2,"symptom":"fatigue","tracked":0,"position":1,"name":null,"scale":null,"retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (4, 1, 'insert', 'tracked_symptom', 3, NULL, '{"id":3,"symptom":"own_hands","tracked":1,"position":2,"name":"손 저림, 아침","scale":"severity","retired":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (5, 1, 'insert', 'tracked_symptom', 4, NULL, '{"id":4,"symptom":"own_old","tracked":0,"position":3,"name":"예전 항목","scale":"count","retired":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (6, 1, 'insert', 'own_analyte', 1, NULL, '{"id":1,"analyte":"own_c1q","name":"Anti-C1q","value_type":"quantity","unit":"U/mL"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (7, 1, 'insert', 'reading', 1, NULL, '{"id":1,"day":"2026-03-01","symptom":"chills","number":null,"yes":1,"diastolic":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (8, 1, 'insert', 'reading', 2, NULL, '{"id":2,"day":"2026-03-01","symptom":"fatigue","number":6.0,"yes":null,"diastolic":null,"how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (9, 1, 'insert', 'reading', 3, NULL, '{"id":3,"day":"2026-03-01","symptom":"fever","number":38.1,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":"100.5 [degF]"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (10, 1, 'insert', 'reading', 4, NULL, '{"id":4,"day":"2026-03-01","symptom":"nasal_ulcer","number":null,"yes":0,"diastolic":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (11, 1, 'insert', 'reading', 5, NULL, '{"id":5,"day":"2026-03-01","symptom":"own_hands","number":2.0,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (12, 1, 'insert', 'reading', 6, NULL, '{"id":6,"day":"2026-03-01","symptom":"weight","number":58.0,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (13, 1, 'insert', 'day_note', 1, NULL, '{"id":1,"day":"2026-03-01","note":"첫 줄, “따옴표” \"곧은\"\n둘째 줄; 끝\t탭","how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (14, 1, 'insert', 'timed_entry', 1, NULL, '{"id":1,"day":"2026-03-01","at":"08:05","fever":36.9,"note":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (15, 1, 'insert', 'timed_entry', 2, NULL, '{"id":2,"day":"2026-03-01","at":"08:05","fever":null,"note":"@아침","how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (16, 1, 'insert', 'timed_entry', 3, NULL, '{"id":3,"day":"2026-03-01","at":"14:30","fever":38.0,"note":"-오한","how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (17, 1, 'insert', 'timed_entry', 4, NULL, '{"id":4,"day":"2026-03-01","at":"22:15","fever":37.2,"note":null,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":"99 [degF]"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (18, 1, 'insert', 'reading', 7, NULL, '{"id":7,"day":"2026-03-02","symptom":"bp","number":120.0,"yes":null,"diastolic":80.0,"how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC","entered":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (19, 1, 'insert', 'day_note', 2, NULL, '{"id":2,"day":"2026-03-02","note":"''=1+1''","how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (20, 1, 'insert', 'day_note', 3, NULL, '{"id":3,"day":"2026-03-05","note":"+82 10","how":null,"entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}');
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
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (33, 1, 'insert', 'event', 1, NULL, '{"id":1,"day":"2026-03-01","kind":"cart_infusion","title":"주입","note":"메모\n두 줄","ingredient":null,"dose_mg":null,"days":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (34, 1, 'insert', 'event', 2, NULL, '{"id":2,"day":"2026-03-01","kind":"diagnosis","title":null,"note":null,"ingredient":null,"dose_mg":null,"days":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (35, 1, 'insert', 'event', 3, NULL, '{"id":3,"day":"2026-03-02","kind":"gc_pulse","title":"충격요법","note":null,"ingredient":"methylprednisolone","dose_mg":500.0,"days":3.0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (36, 1, 'insert', 'flare', 1, NULL, '{"id":1,"start_day":"2026-03-01","end_day":"2026-03-02","note":"의사에게 들음"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (37, 1, 'insert', 'flare', 2, NULL, '{"id":2,"start_day":"2026-03-02","end_day":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (38, 1, 'insert', 'visit', 1, NULL, '{"id":1,"day":"2026-03-01","note":"메모","department":null,"hospital":null,"doctor":null,"at":null,"blood_draw":null,"blood_draw_at":null,"preparation":null,"agreed":null,"prepared":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (39, 1, 'insert', 'visit_question', 1, NULL, '{"id":1,"visit":1,"position":0,"text":"첫 질문?","asked":null,"answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (40, 1, 'insert', 'visit_question', 2, NULL, '{"id":2,"visit":1,"position":1,"text":"둘째; 질문","asked":null,"answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (41, 1, 'insert', 'visit', 2, NULL, '{"id":2,"day":"2026-03-01","note":null,"department":null,"hospital":null,"doctor":null,"at":null,"blood_draw":null,"blood_draw_at":null,"preparation":null,"agreed":null,"prepared":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (42, 1, 'insert', 'visit_question', 3, NULL, '{"id":3,"visit":2,"position":0,"text":"같은 날 다른 진료","asked":null,"answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (43, 1, 'insert', 'visit', 3, NULL, '{"id":3,"day":"2026-03-02","note":null,"department":null,"hospital":null,"doctor":null,"at":null,"blood_draw":null,"blood_draw_at":null,"preparation":null,"agreed":null,"prepared":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (44, 1, 'insert', 'visit', 4, NULL, '{"id":4,"day":"2026-03-02","note":null,"department":"류마티스내과","hospital":"가상, “큰” 병원","doctor":"가상 교수","at":"09:30","blood_draw":"2026-03-01","blood_draw_at":"07:05","preparation":"공복; 소변 모으기","agreed":"[\"5 mg으로 줄임\", \"-다음은 4주 뒤\"]","prepared":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (45, 1, 'insert', 'visit_question', 4, NULL, '{"id":4,"visit":4,"position":0,"text":"줄여도 될까요?","asked":1,"answer":"네, 5 mg"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (46, 1, 'insert', 'visit_question', 5, NULL, '{"id":5,"visit":4,"position":1,"text":"=예방접종?","asked":0,"answer":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (47, 1, 'insert', 'contact', 1, NULL, '{"id":1,"name":"외래","number":"+82-2-000-0000"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (48, 1, 'insert', 'open_question', 1, NULL, '{"id":1,"text":"눈 검사?","department":"안과","added_on":"2026-03-01","origin":null,"place":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (49, 1, 'insert', 'open_question', 2, NULL, '{"id":2,"text":"햇빛?","department":null,"added_on":null,"origin":null,"place":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (50, 1, 'insert', 'check_up', 1, NULL, '{"id":1,"kind":"eyes","name":null,"last_on":"2026-03-01","next_on":"2026-03-02","note":"망막"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (51, 1, 'insert', 'check_up', 2, NULL, '{"id":2,"kind":"own","name":"치과, 정기","last_on":null,"next_on":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (52, 1, 'insert', 'article_progress', 1, NULL, '{"id":1,"article":"lupus_nephritis","anchor":"tests","fraction":1.0,"finished":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (53, 1, 'insert', 'article_mark', 1, NULL, '{"id":1,"article":"lupus_nephritis","bookmarked":1,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (54, 1, 'insert', 'article_progress', 2, NULL, '{"id":2,"article":"what_is_lupus","anchor":"what","fraction":0.25,"finished":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (55, 1, 'insert', 'article_mark', 2, NULL, '{"id":2,"article":"what_is_lupus","bookmarked":0,"note":"=내 메모\n둘째 줄"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (56, 1, 'insert', 'quiz_answer', 1, NULL, '{"id":1,"day":"2026-03-01","article":"what_is_lupus","item":0,"correct":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (57, 1, 'insert', 'quiz_answer', 2, NULL, '{"id":2,"day":"2026-03-02","article":"what_is_lupus","item":0,"correct":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (58, 1, 'insert', 'teach_back', 1, NULL, '{"id":1,"day":"2026-03-02","article":"what_is_lupus","action":"궁금한 점 적기"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (59, 1, 'insert', 'teach_back_result', 1, NULL, '{"id":1,"teach_back":1,"position":0,"said":1,"words":"면역이 나를 공격해요"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (60, 1, 'insert', 'teach_back_result', 2, NULL, '{"id":2,"teach_back":1,"position":1,"said":0,"words":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (61, 1, 'insert', 'teach_back_result', 3, NULL, '{"id":3,"teach_back":1,"position":2,"said":1,"words":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (62, 1, 'insert', 'teach_back', 2, NULL, '{"id":2,"day":"2026-03-02","article":"why_wolf","action":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (63, 1, 'insert', 'safety_card', 1, NULL, '{"id":1,"whom":"=보호자, 010-0000-0000","signs":"","notes":"스테로이드는\n갑자기 끊지 않음"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (64, 1, 'insert', 'medicine', 1, NULL, '{"id":1,"code":"med_1","name":"소론도정","ingredient":"prednisolone","route":"oral","form":"tablet","kind":null,"sensitive":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (65, 1, 'insert', 'medicine_plan', 1, NULL, '{"id":1,"medicine":1,"plan":"p1","written_on":"2026-01-05","text":"60 mg, 2주마다 10씩","left_on":"2026-02-02"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (66, 1, 'insert', 'dose_period', 1, NULL, '{"id":1,"medicine":1,"start_day":"2026-01-05","end_day":"2026-01-18","planned":1,"plan":"p1","kind":"daily","days":null,"weeks":null,"months":null,"weekdays":null,"day_of_month":null,"dates":null,"anchor":null,"occasions":null,"most":null,"most_unit":null,"meal":"after_meal","site":null,"supply_days":14.0,"dispensed_on":"2026-01-05","prescribed_on":"2026-01-05","hospital":"가상, “큰” 병원","department":"류마티스내과","pharmacy":"가상약국","printed":"소론도정 5mg 1회 2정 …","note":"=먹기 전","reason":null,"reason_text":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (67, 1, 'insert', 'dose_part', 1, NULL, '{"id":1,"period":1,"intake":null,"strength":5.0,"unit":"mg","amount":2.0,"amount_unit":"tablet","amount_to":null,"times":2.0,"at":"[\"morning\", \"08:00\"]","weekdays":null,"turn":null,"strength_text":null,"product":"소론도정","product_code":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (68, 1, 'insert', 'dose_part', 2, NULL, '{"id":2,"period":1,"intake":null,"strength":1.0,"unit":"mg","amount":0.5,"amount_unit":"tablet","amount_to":null,"times":null,"at":null,"weekdays":null,"turn":null,"strength_text":null,"product":null,"product_code":"642101010"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (69, 1, 'insert', 'dose_period', 2, NULL, '{"id":2,"medicine":1,"start_day":"2026-01-19","end_day":null,"planned":1,"plan":"p1","kind":"weekdays","days":null,"weeks":null,"months":null,"weekdays":"[\"mon\", \"thu\"]","day_of_month":null,"dates":null,"anchor":null,"occasions":null,"most":null,"most_unit":null,"meal":null,"site":null,"supply_days":null,"dispensed_on":null,"prescribed_on":null,"hospital":null,"department":null,"pharmacy":null,"printed":null,"note":null,"reason":null,"reason_text":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (70, 1, 'insert', 'dose_part', 3, NULL, '{"id":3,"period":2,"intake":null,"strength":null,"unit":"mg","amount":10.0,"amount_unit":null,"amount_to":null,"times":null,"at":null,"weekdays":null,"turn":null,"strength_text":null,"product":null,"product_code":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (71, 1, 'insert', 'dose_period', 3, NULL, '{"id":3,"medicine":1,"start_day":"2026-01-05","end_day":"2026-01-10","planned":0,"plan":null,"kind":"dates","days":null,"weeks":null,"months":null,"weekdays":null,"day_of_month":null,"dates":"[\"2026-01-05\", \"2026-01-07\"]","anchor":null,"occasions":null,"most":null,"most_unit":null,"meal":null,"site":null,"supply_days":null,"dispensed_on":null,"prescribed_on":null,"hospital":null,"department":null,"pharmacy":null,"printed":null,"note":null,"reason":null,"reason_text":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (72, 1, 'insert', 'dose_period', 4, NULL, '{"id":4,"medicine":1,"start_day":"2026-02-20","end_day":null,"planned":0,"plan":null,"kind":"none","days":null,"weeks":null,"months":null,"weekdays":null,"day_of_month":null,"dates":null,"anchor":null,"occasions":null,"most":null,"most_unit":null,"meal":null,"site":null,"supply_days":null,"dispensed_on":null,"prescribed_on":null,"hospital":null,"department":null,"pharmacy":null,"printed":null,"note":null,"reason":"side_effect","reason_text":"잠이 안 와서"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (73, 1, 'insert', 'medicine', 2, NULL, '{"id":2,"code":"med_2","name":"홍삼정","ingredient":null,"route":null,"form":null,"kind":"supplement","sensitive":1}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (74, 1, 'insert', 'medicine', 3, NULL, '{"id":3,"code":"med_3","name":"타이레놀","ingredient":"acetaminophen","route":"oral","form":null,"kind":null,"sensitive":0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (75, 1, 'insert', 'dose_period', 5, NULL, '{"id":5,"medicine":3,"start_day":"2026-01-01","end_day":null,"planned":1,"plan":null,"kind":"as_needed","days":null,"weeks":null,"months":null,"weekdays":null,"day_of_month":null,"dates":null,"anchor":null,"occasions":null,"most":3.0,"most_unit":"tablet","meal":null,"site":null,"supply_days":null,"dispensed_on":null,"prescribed_on":null,"hospital":null,"department":null,"pharmacy":null,"printed":null,"note":null,"reason":null,"reason_text":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (76, 1, 'insert', 'dose_part', 4, NULL, '{"id":4,"period":5,"intake":null,"strength":500.0,"unit":"mg","amount":1.0,"amount_unit":"tablet","amount_to":2.0,"times":null,"at":null,"weekdays":null,"turn":null,"strength_text":null,"product":null,"product_code":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (77, 1, 'insert', 'intake', 1, NULL, '{"id":1,"day":"2026-01-05","medicine":1,"state":"late","intake":"morning","at":"13:10","how":"later","note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (78, 1, 'insert', 'intake', 2, NULL, '{"id":2,"day":"2026-01-05","medicine":3,"state":"taken","intake":null,"at":"09:00","how":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (79, 1, 'insert', 'intake', 3, NULL, '{"id":3,"day":"2026-01-05","medicine":3,"state":"taken","intake":null,"at":"21:00","how":null,"note":"두통; 심함"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (80, 1, 'insert', 'intake', 4, NULL, '{"id":4,"day":"2026-01-06","medicine":1,"state":"extra","intake":null,"at":null,"how":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (81, 1, 'insert', 'dose_part', 5, NULL, '{"id":5,"period":null,"intake":4,"strength":5.0,"unit":"mg","amount":1.0,"amount_unit":null,"amount_to":null,"times":null,"at":null,"weekdays":null,"turn":null,"strength_text":null,"product":null,"product_code":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (82, 1, 'insert', 'intake', 5, NULL, '{"id":5,"day":"2026-01-06","medicine":1,"state":"skipped","intake":"08:00","at":null,"how":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (83, 1, 'insert', 'side_effect', 1, NULL, '{"id":1,"medicine":1,"what":"불면","start_day":"2026-02-01","end_day":"2026-02-20","severity":"moderate","told_on":"2026-02-10","note":"둘째 주"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (84, 1, 'insert', 'side_effect', 2, NULL, '{"id":2,"medicine":2,"what":"속쓰림","start_day":null,"end_day":null,"severity":null,"told_on":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (85, 1, 'insert', 'allergy', 1, NULL, '{"id":1,"name":"설파제","ingredient":"tmp_smx","reactions":"[\"발진\", \"=가려움; 부음\"]","first_on":"2024-05-02","told_by":"doctor","note":"응급실"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (86, 1, 'insert', 'allergy', 2, NULL, '{"id":2,"name":"조영제","ingredient":null,"reactions":null,"first_on":null,"told_by":null,"note":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (87, 2, 'insert', 'setting', 1, NULL, '{"id":1,"key":"computed_egfr","value":"yes"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (88, 3, 'update', 'visit', 4, '{"id":4,"day":"2026-03-02","note":null,"department":"류마티스내과","hospital":"가상, “큰” 병원","doctor":"가상 교수","at":"09:30","blood_draw":"2026-03-01","blood_draw_at":"07:05","preparation":"공복; 소변 모으기","agreed":"[\"5 mg으로 줄임\", \"-다음은 4주 뒤\"]","prepared":null}', '{"id":4,"day":"2026-03-02","note":null,"department":"류마티스내과","hospital":"가상, “큰” 병원","doctor":"가상 교수","at":"09:30","blood_draw":"2026-03-01","blood_draw_at":"07:05","preparation":"공복\n약 봉투","agreed":"[\"5 mg\"]","prepared":"[\"약 봉투\"]"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (89, 3, 'insert', 'visit_agreement', 1, NULL, '{"id":1,"visit":4,"position":0,"text":"5 mg","kind":"heard","day":"2026-12-02","state":"placed","outcome":"그대로"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (90, 4, 'update', 'open_question', 1, '{"id":1,"text":"눈 검사?","department":"안과","added_on":"2026-03-01","origin":null,"place":null}', '{"id":1,"text":"눈 검사?","department":"안과","added_on":"2026-03-01","origin":"page:labs","place":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (91, 5, 'update', 'open_question', 1, '{"id":1,"text":"눈 검사?","department":"안과","added_on":"2026-03-01","origin":"page:labs","place":null}', '{"id":1,"text":"눈 검사?","department":"안과","added_on":"2026-03-01","origin":"page:labs","place":0.0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (92, 5, 'update', 'open_question', 2, '{"id":2,"text":"햇빛?","department":null,"added_on":null,"origin":null,"place":null}', '{"id":2,"text":"햇빛?","department":null,"added_on":null,"origin":null,"place":1.0}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (93, 6, 'insert', 'visit_page', 1, NULL, '{"id":1,"day":"2026-03-02","department":"류마티스내과","hospital":"가상, “큰” 병원","made_on":"2026-11-22","data":"{\"pages\": []}"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (94, 7, 'insert', 'event', 4, NULL, '{"id":4,"day":"2026-11-20","kind":"other","title":"버릴 것","note":null,"ingredient":null,"dose_mg":null,"days":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (95, 8, 'delete', 'event', 4, '{"id":4,"day":"2026-11-20","kind":"other","title":"버릴 것","note":null,"ingredient":null,"dose_mg":null,"days":null}', NULL);
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (96, 9, 'update', 'day_note', 1, '{"id":1,"day":"2026-03-01","note":"첫 줄, “따옴표” \"곧은\"\n둘째 줄; 끝\t탭","how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}', '{"id":1,"day":"2026-03-01","note":"고친 메모","how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (98, 11, 'insert', 'dose_period', 6, NULL, '{"id":6,"medicine":1,"start_day":"2026-12-02","end_day":null,"planned":1,"plan":null,"kind":"daily","days":null,"weeks":null,"months":null,"weekdays":null,"day_of_month":null,"dates":null,"anchor":null,"occasions":null,"most":null,"most_unit":null,"meal":null,"site":null,"supply_days":null,"dispensed_on":null,"prescribed_on":null,"hospital":null,"department":"류마티스내과","pharmacy":null,"printed":"소론도정 7.5mg","note":null,"reason":null,"reason_text":null,"heard_on":"2026-11-20"}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (99, 11, 'insert', 'dose_part', 6, NULL, '{"id":6,"period":6,"intake":null,"strength":null,"unit":"mg","amount":7.5,"amount_unit":null,"amount_to":null,"times":null,"at":null,"weekdays":null,"turn":null,"strength_text":null,"product":null,"product_code":null}');
INSERT INTO change_image ("id", "step", "verb", "table", "row", "old", "new") VALUES (100, 12, 'insert', 'reading', 8, NULL, '{"id":8,"day":"2026-11-22","symptom":"fatigue","number":3.0,"yes":null,"diastolic":null,"how":null,"entered_at":"2026-11-22T03:00:00+00:00","zone":"Asia/Seoul","entered":null}');
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (1, 'merge', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (2, 'settings.set', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (3, 'visits.change', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (4, 'visits.question', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (5, 'visits.question', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (6, 'visits.page', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (7, 'events.add', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (8, 'events.remove', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (9, 'days.note', '2026-11-22T21:04:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (11, 'medicines.hear', '2026-11-22T03:00:00+00:00', 0);
INSERT INTO change_step ("id", "label", "at", "undone") VALUES (12, 'days.record', '2026-11-22T03:00:00+00:00', 1);
INSERT INTO check_up ("id", "kind", "name", "last_on", "next_on", "note") VALUES (1, 'eyes', NULL, '2026-03-01', '2026-03-02', '망막');
INSERT INTO check_up ("id", "kind", "name", "last_on", "next_on", "note") VALUES (2, 'own', '치과, 정기', NULL, NULL, NULL);
INSERT INTO contact ("id", "name", "number") VALUES (1, '외래', '+82-2-000-0000');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (1, '2026-03-01', '고친 메모', 'later', '2026-11-22T21:04:00+00:00', 'UTC');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (2, '2026-03-02', '''=1+1''', NULL, '2026-11-22T21:04:00+00:00', 'UTC');
INSERT INTO day_note ("id", "day", "note", "how", "entered_at", "zone") VALUES (3, '2026-03-05', '+82 10', NULL, '2026-11-22T21:04:00+00:00', 'UTC');
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (1, 1, NULL, 5.0, 'mg', 2.0, 'tablet', NULL, 2.0, '["morning", "08:00"]', NULL, NULL, NULL, '소론도정', NULL);
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (2, 1, NULL, 1.0, 'mg', 0.5, 'tablet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '642101010');
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (3, 2, NULL, NULL, 'mg', 10.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (4, 5, NULL, 500.0, 'mg', 1.0, 'tablet', 2.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (5, NULL, 4, 5.0, 'mg', 1.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_part ("id", "period", "intake", "strength", "unit", "amount", "amount_unit", "amount_to", "times", "at", "weekdays", "turn", "strength_text", "product", "product_code") VALUES (6, 6, NULL, NULL, 'mg', 7.5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (1, 1, '2026-01-05', '2026-01-18', 1, 'p1', 'daily', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'after_meal', NULL, 14.0, '2026-01-05', '2026-01-05', '가상, “큰” 병원', '류마티스내과', '가상약국', '소론도정 5mg 1회 2정 …', '=먹기 전', NULL, NULL, NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (2, 1, '2026-01-19', NULL, 1, 'p1', 'weekdays', NULL, NULL, NULL, '["mon", "thu"]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (3, 1, '2026-01-05', '2026-01-10', 0, NULL, 'dates', NULL, NULL, NULL, NULL, NULL, '["2026-01-05", "2026-01-07"]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (4, 1, '2026-02-20', NULL, 0, NULL, 'none', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'side_effect', '잠이 안 와서', NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (5, 3, '2026-01-01', NULL, 1, NULL, 'as_needed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3.0, 'tablet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO dose_period ("id", "medicine", "start_day", "end_day", "planned", "plan", "kind", "days", "weeks", "months", "weekdays", "day_of_month", "dates", "anchor", "occasions", "most", "most_unit", "meal", "site", "supply_days", "dispensed_on", "prescribed_on", "hospital", "department", "pharmacy", "printed", "note", "reason", "reason_text", "heard_on") VALUES (6, 1, '2026-12-02', NULL, 1, NULL, 'daily', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '류마티스내과', NULL, '소론도정 7.5mg', NULL, NULL, NULL, '2026-11-20');
INSERT INTO draft ("id", "form", "key", "at", "json") VALUES (1, 'event', 'new', '2026-11-22T21:04:00+00:00', '{"title": "적던 것"}');
INSERT INTO earlier_version ("id", "day", "at", "label", "step", "undone", "table", "row", "json") VALUES (1, '2026-03-01', '2026-11-22T21:04:00+00:00', 'days.note', 9, 0, 'day_note', 1, '{"id":1,"day":"2026-03-01","note":"첫 줄, “따옴표” \"곧은\"\n둘째 줄; 끝\t탭","how":"later","entered_at":"2026-11-22T21:04:00+00:00","zone":"UTC"}');
INSERT INTO event ("id", "day", "kind", "title", "note", "ingredient", "dose_mg", "days") VALUES (1, '2026-03-01', 'cart_infusion', '주입', '메모
두 줄', NULL, NULL, NULL);
INSERT INTO event ("id", "day", "kind", "title", "note", "ingredient", "dose_mg", "days") VALUES (2, '2026-03-01', 'diagnosis', NULL, NULL, NULL, NULL, NULL);
INSERT INTO event ("id", "day", "kind", "title", "note", "ingredient", "dose_mg", "days") VALUES (3, '2026-03-02', 'gc_pulse', '충격요법', NULL, 'methylprednisolone', 500.0, 3.0);
INSERT INTO flare ("id", "start_day", "end_day", "note") VALUES (1, '2026-03-01', '2026-03-02', '의사에게 들음');
INSERT INTO flare ("id", "start_day", "end_day", "note") VALUES (2, '2026-03-02', NULL, NULL);
INSERT INTO identity ("id", "diary") VALUES (1, 'b53167ad6e5410d6a03441b5f18a5b4d');
INSERT INTO intake ("id", "day", "medicine", "state", "intake", "at", "how", "note") VALUES (1, '2026-01-05', 1, 'late', 'morning', '13:10', 'later', NULL);
INSERT INTO intake ("id", "day", "medicine", "state", "intake", "at", "how", "note") VALUES (2, '2026-01-05', 3, 'taken', NULL, '09:00', NULL, NULL);
INSERT INTO intake ("id", "day", "medicine", "state", "intake", "at", "how", "note") VALUES (3, '2026-01-05', 3, 'taken', NULL, '21:00', NULL, '두통; 심함');
INSERT INTO intake ("id", "day", "medicine", "state", "intake", "at", "how", "note") VALUES (4, '2026-01-06', 1, 'extra', NULL, NULL, NULL, NULL);
INSERT INTO intake ("id", "day", "medicine", "state", "intake", "at", "how", "note") VALUES (5, '2026-01-06', 1, 'skipped', '08:00', NULL, NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (1, '2026-03-01', 'c3', '52', 'quantity', NULL, 52.0, NULL, NULL, NULL, 'mg/dL', '90-180', 90.0, 180.0, '가상, “큰” 병원', 'nephelometry', '=note');
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (2, '2026-03-01', 'anti_dsdna', '<1.3', 'quantity', '<', 1.3, NULL, NULL, NULL, 'IU/mL', '<10', NULL, 10.0, '가상, “큰” 병원', 'FEIA', NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (3, '2026-03-01', 'ana', '1:640', 'titre', NULL, 640.0, NULL, NULL, NULL, NULL, '<1:80', NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (4, '2026-03-01', 'urine_protein_dip', '2+', 'ordinal', NULL, NULL, NULL, NULL, '2+', NULL, '음성', NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (5, '2026-03-01', 'urine_protein_dip', '-', 'ordinal', NULL, NULL, NULL, NULL, 'neg', NULL, NULL, NULL, NULL, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (6, '2026-03-01', 'urine_rbc', '5-9', 'range', NULL, NULL, 5.0, 9.0, NULL, '/HPF', '0-4', 0.0, 4.0, '가상, “큰” 병원', NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (7, '2026-03-01', 'ch50', '검사중', 'pending', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (8, '2026-03-01', 'own_c1q', '12.5', 'quantity', NULL, 12.5, NULL, NULL, NULL, 'U/mL', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO lab_result ("id", "collected_on", "analyte", "value_text", "kind", "comparator", "value", "low", "high", "code", "unit", "range_text", "range_low", "range_high", "laboratory", "method", "note") VALUES (9, '2026-03-02', 'c3', '읽을 수 없음', 'text', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO medicine ("id", "code", "name", "ingredient", "route", "form", "kind", "sensitive") VALUES (1, 'med_1', '소론도정', 'prednisolone', 'oral', 'tablet', NULL, 0);
INSERT INTO medicine ("id", "code", "name", "ingredient", "route", "form", "kind", "sensitive") VALUES (2, 'med_2', '홍삼정', NULL, NULL, NULL, 'supplement', 1);
INSERT INTO medicine ("id", "code", "name", "ingredient", "route", "form", "kind", "sensitive") VALUES (3, 'med_3', '타이레놀', 'acetaminophen', 'oral', NULL, NULL, 0);
INSERT INTO medicine_plan ("id", "medicine", "plan", "written_on", "text", "left_on") VALUES (1, 1, 'p1', '2026-01-05', '60 mg, 2주마다 10씩', '2026-02-02');
INSERT INTO open_question ("id", "text", "department", "added_on", "origin", "place") VALUES (1, '눈 검사?', '안과', '2026-03-01', 'page:labs', 0.0);
INSERT INTO open_question ("id", "text", "department", "added_on", "origin", "place") VALUES (2, '햇빛?', NULL, NULL, NULL, 1.0);
INSERT INTO own_analyte ("id", "analyte", "name", "value_type", "unit") VALUES (1, 'own_c1q', 'Anti-C1q', 'quantity', 'U/mL');
INSERT INTO profile ("id", "name", "birth_date", "sex", "hospital_number") VALUES (1, '=김가상', '1982-10-05', 'female', '0012345');
INSERT INTO quiz_answer ("id", "day", "article", "item", "correct") VALUES (1, '2026-03-01', 'what_is_lupus', 0, 0);
INSERT INTO quiz_answer ("id", "day", "article", "item", "correct") VALUES (2, '2026-03-02', 'what_is_lupus', 0, 1);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (1, '2026-03-01', 'chills', NULL, 1, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (2, '2026-03-01', 'fatigue', 6.0, NULL, NULL, 'later', '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (3, '2026-03-01', 'fever', 38.1, NULL, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', '100.5 [degF]');
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (4, '2026-03-01', 'nasal_ulcer', NULL, 0, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (5, '2026-03-01', 'own_hands', 2.0, NULL, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (6, '2026-03-01', 'weight', 58.0, NULL, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO reading ("id", "day", "symptom", "number", "yes", "diastolic", "how", "entered_at", "zone", "entered") VALUES (7, '2026-03-02', 'bp', 120.0, NULL, 80.0, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO safety_card ("id", "whom", "signs", "notes") VALUES (1, '=보호자, 010-0000-0000', '', '스테로이드는
갑자기 끊지 않음');
INSERT INTO setting ("id", "key", "value") VALUES (1, 'computed_egfr', 'yes');
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (1, '가상, “큰” 병원', 0, 'c3', 'C3(보체)', NULL);
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (2, '가상, “큰” 병원', 1, 'upcr', NULL, 'mg/g{creat}');
INSERT INTO sheet_row ("id", "laboratory", "position", "analyte", "label", "unit_answer") VALUES (3, NULL, 0, 'own_c1q', NULL, NULL);
INSERT INTO side_effect ("id", "medicine", "what", "start_day", "end_day", "severity", "told_on", "note") VALUES (1, 1, '불면', '2026-02-01', '2026-02-20', 'moderate', '2026-02-10', '둘째 주');
INSERT INTO side_effect ("id", "medicine", "what", "start_day", "end_day", "severity", "told_on", "note") VALUES (2, 2, '속쓰림', NULL, NULL, NULL, NULL, NULL);
INSERT INTO teach_back ("id", "day", "article", "action") VALUES (1, '2026-03-02', 'what_is_lupus', '궁금한 점 적기');
INSERT INTO teach_back ("id", "day", "article", "action") VALUES (2, '2026-03-02', 'why_wolf', NULL);
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (1, 1, 0, 1, '면역이 나를 공격해요');
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (2, 1, 1, 0, NULL);
INSERT INTO teach_back_result ("id", "teach_back", "position", "said", "words") VALUES (3, 1, 2, 1, NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (1, '2026-03-01', '08:05', 36.9, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (2, '2026-03-01', '08:05', NULL, '@아침', 'later', '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (3, '2026-03-01', '14:30', 38.0, '-오한', NULL, '2026-11-22T21:04:00+00:00', 'UTC', NULL);
INSERT INTO timed_entry ("id", "day", "at", "fever", "note", "how", "entered_at", "zone", "entered") VALUES (4, '2026-03-01', '22:15', 37.2, NULL, NULL, '2026-11-22T21:04:00+00:00', 'UTC', '99 [degF]');
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (1, 'joint_pain', 1, 0, NULL, NULL, 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (2, 'fatigue', 0, 1, NULL, NULL, 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (3, 'own_hands', 1, 2, '손 저림, 아침', 'severity', 0);
INSERT INTO tracked_symptom ("id", "symptom", "tracked", "position", "name", "scale", "retired") VALUES (4, 'own_old', 0, 3, '예전 항목', 'count', 1);
INSERT INTO trash ("id", "batch", "at", "label", "step", "undone", "table", "row", "json") VALUES (1, 1, '2026-11-22T21:04:00+00:00', 'events.remove', 8, 0, 'event', 4, '{"id":4,"day":"2026-11-20","kind":"other","title":"버릴 것","note":null,"ingredient":null,"dose_mg":null,"days":null}');
INSERT INTO visit ("id", "day", "note", "department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation", "agreed", "prepared") VALUES (1, '2026-03-01', '메모', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO visit ("id", "day", "note", "department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation", "agreed", "prepared") VALUES (2, '2026-03-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO visit ("id", "day", "note", "department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation", "agreed", "prepared") VALUES (3, '2026-03-02', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO visit ("id", "day", "note", "department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation", "agreed", "prepared") VALUES (4, '2026-03-02', NULL, '류마티스내과', '가상, “큰” 병원', '가상 교수', '09:30', '2026-03-01', '07:05', '공복
약 봉투', '["5 mg"]', '["약 봉투"]');
INSERT INTO visit_agreement ("id", "visit", "position", "text", "kind", "day", "state", "outcome") VALUES (1, 4, 0, '5 mg', 'heard', '2026-12-02', 'placed', '그대로');
INSERT INTO visit_page ("id", "day", "department", "hospital", "made_on", "data") VALUES (1, '2026-03-02', '류마티스내과', '가상, “큰” 병원', '2026-11-22', '{"pages": []}');
INSERT INTO visit_question ("id", "visit", "position", "text", "asked", "answer") VALUES (1, 1, 0, '첫 질문?', NULL, NULL);
INSERT INTO visit_question ("id", "visit", "position", "text", "asked", "answer") VALUES (2, 1, 1, '둘째; 질문', NULL, NULL);
INSERT INTO visit_question ("id", "visit", "position", "text", "asked", "answer") VALUES (3, 2, 0, '같은 날 다른 진료', NULL, NULL);
INSERT INTO visit_question ("id", "visit", "position", "text", "asked", "answer") VALUES (4, 4, 0, '줄여도 될까요?', 1, '네, 5 mg');
INSERT INTO visit_question ("id", "visit", "position", "text", "asked", "answer") VALUES (5, 4, 1, '=예방접종?', 0, NULL);
