-- Generated from electron/db/migrations by `npm run schema`; user_version 6. Do not edit.

CREATE TABLE agency (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  first_year INTEGER,
  last_year INTEGER,
  successor TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "allocation" (
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year IN (0, 1, 9999) OR year BETWEEN 1900 AND 2200),
  source TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (abs(amount_fen) < 2251799813685248),
  PRIMARY KEY (project_id, year, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE category (
  id TEXT PRIMARY KEY,
  scheme TEXT NOT NULL REFERENCES category_scheme (id),
  parent TEXT REFERENCES category (id),
  ordinal TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
, last_year INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE category_mapping (
  from_category TEXT NOT NULL REFERENCES category (id),
  to_category TEXT NOT NULL REFERENCES category (id),
  PRIMARY KEY (from_category, to_category)
) STRICT, WITHOUT ROWID;

CREATE TABLE category_scheme (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  change_set INTEGER NOT NULL REFERENCES change_set (id),
  seq INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT CHECK (json_valid(before)),
  after TEXT CHECK (json_valid(after)), version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (change_set, seq)
) STRICT;

CREATE TABLE change_order (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  -- do: a user's change; undo / redo: takes back or does again the change set named in target.
  kind TEXT NOT NULL CHECK (kind IN ('base', 'do', 'undo', 'redo')),
  target INTEGER REFERENCES change_set (id), author TEXT NOT NULL DEFAULT '',
  CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  batch_id TEXT REFERENCES import_batch (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE county_report (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE fund_batch (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE fund_line (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE fund_source (
  id TEXT PRIMARY KEY,
  parent TEXT REFERENCES fund_source (id),
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
, names TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(names)), shown TEXT NOT NULL DEFAULT 'always') STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
, change_set INTEGER REFERENCES change_set (id)) STRICT, WITHOUT ROWID;

CREATE TABLE import_row (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  row_number INTEGER NOT NULL,
  project_id TEXT,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (batch_id, row_number)
) STRICT;

CREATE TABLE indicator (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE kind (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE layout_memory (
  fingerprint TEXT PRIMARY KEY,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE TABLE life_event (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE link (
  change_set INTEGER PRIMARY KEY REFERENCES change_set (id),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE own_column (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  printed TEXT NOT NULL DEFAULT 'true' CHECK (printed IN ('true', 'false')),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE plan_version (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE posting (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE progress_note (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  position REAL NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  category_id TEXT REFERENCES category (id),
  region_code TEXT NOT NULL REFERENCES region (code),
  town TEXT,
  village TEXT,
  nature TEXT,
  content TEXT,
  start_at TEXT CHECK (start_at GLOB '[12][0-9][0-9][0-9]' OR start_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  end_at TEXT CHECK (end_at GLOB '[12][0-9][0-9][0-9]' OR end_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  households INTEGER,
  people INTEGER,
  poor_households INTEGER,
  poor_people INTEGER,
  villages INTEGER,
  unit TEXT,
  department TEXT,
  implementer TEXT,
  person TEXT,
  phone TEXT,
  national_type TEXT,
  national_subtype TEXT,
  goal TEXT,
  linkage TEXT,
  participation TEXT,
  subsidy_standard TEXT,
  document_number TEXT,
  note TEXT
, origin_id TEXT, origin_workbook TEXT, own TEXT CHECK (own IS NULL OR json_valid(own))) STRICT;

CREATE TABLE received_package (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "region" (
  code TEXT PRIMARY KEY,
  parent TEXT REFERENCES region (code),
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'town', 'village')),
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_package (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE view_state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE INDEX asset_by_position ON asset (position);

CREATE INDEX change_by_entity ON change (entity_id, entity, change_set);

CREATE INDEX change_order_by_position ON change_order (position);

CREATE INDEX claim_by_position ON claim (position);

CREATE INDEX county_report_by_position ON county_report (position);

CREATE INDEX fund_batch_by_position ON fund_batch (position);

CREATE INDEX fund_line_by_batch ON fund_line (body ->> '$.batchId');

CREATE INDEX fund_line_by_position ON fund_line (position);

CREATE INDEX fund_line_by_project ON fund_line (body ->> '$.projectId');

CREATE INDEX import_batch_by_change_set ON import_batch (change_set);

CREATE INDEX import_row_by_project ON import_row (project_id);

CREATE INDEX life_event_by_position ON life_event (position);

CREATE INDEX life_event_by_project ON life_event (body ->> '$.projectId');

CREATE INDEX payment_by_position ON payment (position);

CREATE INDEX payment_by_project ON payment (body ->> '$.projectId');

CREATE INDEX plan_version_by_position ON plan_version (position);

CREATE INDEX posting_by_position ON posting (position);

CREATE INDEX progress_note_by_position ON progress_note (position);

CREATE INDEX progress_note_by_project ON progress_note (body ->> '$.projectId');

CREATE INDEX project_by_category ON project (category_id, position);

CREATE INDEX received_package_by_position ON received_package (position);

CREATE INDEX record_by_position ON record (position);

CREATE INDEX sent_package_by_position ON sent_package (position);

CREATE TRIGGER change_keeps BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER change_set_keeps BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;

CREATE TRIGGER change_set_stays BEFORE DELETE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;

CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER import_batch_keeps BEFORE UPDATE ON import_batch WHEN OLD.change_set IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'import_batch is append-only'); END;

CREATE TRIGGER import_batch_stays BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'import_batch is append-only'); END;

CREATE TRIGGER import_row_keeps BEFORE UPDATE ON import_row BEGIN SELECT RAISE(ABORT, 'import_row is append-only'); END;

CREATE TRIGGER import_row_stays BEFORE DELETE ON import_row BEGIN SELECT RAISE(ABORT, 'import_row is append-only'); END;

CREATE TRIGGER link_keeps BEFORE UPDATE ON link BEGIN SELECT RAISE(ABORT, 'link is append-only'); END;

CREATE TRIGGER link_stays BEFORE DELETE ON link BEGIN SELECT RAISE(ABORT, 'link is append-only'); END;
