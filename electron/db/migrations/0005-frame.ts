// The frame of any county and period: provinces among the regions, names of funds by year, names of the plan.
import type { Database } from 'better-sqlite3';
import { addFundNames, addPlanNames } from '../kinds/frame-upgrades.ts';

export const sql = `
CREATE TABLE region_2 (
  code TEXT PRIMARY KEY,
  parent TEXT REFERENCES region (code),
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'town', 'village')),
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO region_2 SELECT code, parent, name, level, aliases, position FROM region;
DROP TABLE region;
ALTER TABLE region_2 RENAME TO region;

ALTER TABLE fund_source ADD COLUMN names TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(names));
`;

/** Fills the new fields of what is stored, as reading an image of before does. */
export function run(db: Database): void {
  const sources = db.prepare('SELECT id, name, aliases FROM fund_source').all() as Record<
    'id' | 'name' | 'aliases',
    string
  >[];
  const put = db.prepare('UPDATE fund_source SET aliases = ?, names = ? WHERE id = ?');
  for (const { id, name, aliases } of sources) {
    const image = addFundNames({ id, name, aliases: JSON.parse(aliases) }) as { aliases: string[]; names: unknown[] };
    put.run(JSON.stringify(image.aliases), JSON.stringify(image.names), id);
  }
  const plan = db.prepare("SELECT value FROM setting WHERE key = 'plan'").pluck().get() as string | undefined;
  if (plan === undefined) return;
  db.prepare("UPDATE setting SET value = ? WHERE key = 'plan'").run(JSON.stringify(addPlanNames(JSON.parse(plan))));
}
