// Money outside the plan's period (1: before it, 9999: after it), and from which project of the plan before one came.
export const sql = `
CREATE TABLE allocation_2 (
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year IN (0, 1, 9999) OR year BETWEEN 1900 AND 2200),
  source TEXT NOT NULL,
  amount_fen INTEGER NOT NULL CHECK (abs(amount_fen) < 2251799813685248),
  PRIMARY KEY (project_id, year, source)
) STRICT, WITHOUT ROWID;
INSERT INTO allocation_2 SELECT project_id, year, source, amount_fen FROM allocation;
DROP TABLE allocation;
ALTER TABLE allocation_2 RENAME TO allocation;

ALTER TABLE project ADD COLUMN origin_id TEXT;
ALTER TABLE project ADD COLUMN origin_workbook TEXT;
`;
