// The log changed past the program, as somebody would who wants another history: 检查文件 tells it; an older file put in
// the place of the newer one is told by the 校验码 on paper.
import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { chainHead } from '#electron/db/kernel/chain.ts';
import { findState } from '#electron/services/state-code.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { tamperWith } from '#test/support/tamper.ts';
import { onBytes } from './facts.ts';
import { pick, pickOf, type Tally } from './tally.ts';

/** SQL that forges a step of the log. */
const FORGERIES: readonly ((step: number) => string)[] = [
  (step) => `UPDATE change_set SET label = label || '。' WHERE id = ${step}`,
  (step) => `UPDATE change_set SET author = author || '甲' WHERE id = ${step}`,
  (step) => `UPDATE change_set SET at = '2020-01-01T00:00:00.000Z' WHERE id = ${step}`,
  (step) => `UPDATE change_set SET command = 'x' WHERE id = ${step}`,
  (step) => `UPDATE change SET after = json_set(after, '$.note', 'x') WHERE change_set = ${step} AND after IS NOT NULL`,
  (step) => `UPDATE change SET before = '{}' WHERE change_set = ${step}`,
  (step) => `UPDATE change SET entity_id = entity_id || 'x' WHERE change_set = ${step}`,
  (step) => `UPDATE change SET seq = seq + 1000 WHERE change_set = ${step} AND seq = 1;
    INSERT INTO change SELECT change_set, 2000, entity, entity_id, before, after, version FROM change WHERE change_set = ${step} LIMIT 1`,
  (step) => `DELETE FROM change WHERE change_set = ${step} AND seq = 1`,
  (step) => `DELETE FROM link WHERE change_set = ${step}`,
  (step) => `UPDATE link SET hash = '${'0'.repeat(64)}' WHERE change_set = ${step}`,
  (step) => `DELETE FROM change WHERE change_set = ${step}; DELETE FROM change_set WHERE id = ${step}`,
  (step) => `DELETE FROM link WHERE change_set >= ${step}; DELETE FROM change WHERE change_set >= ${step};
    DELETE FROM change_set WHERE id >= ${step}`,
];

/** `steps`: copies of one workbook after each of its steps, the newest last. */
export function soakForgeries(steps: readonly string[], times: number): Tally {
  const states = steps.map((path) => readFileSync(path));
  const newest = states.at(-1) as Buffer;
  const head = onBytes(newest, chainHead);
  const count = onBytes(newest, (db) => db.prepare('SELECT count(*) FROM change_set').pluck().get() as number);
  const failures: string[] = [];
  const isKnown = (db: Database): boolean => findState(db, head.slice(0, 16))?.isProven === true;
  for (let time = 0; time < times; time += 1) {
    if (pick(10) === 0) {
      const older = pickOf(states.slice(0, -1));
      if (onBytes(older, isKnown)) failures.push('an older file knows a newer code');
      continue;
    }
    const sql = pickOf(FORGERIES)(1 + pick(count));
    const isTold = onBytes(newest, (db) => {
      tamperWith(db, sql);
      return verifyDatabase(db).length > 0;
    });
    if (!isTold) failures.push(sql);
  }
  return { name: 'forgeries of the log', tried: times, counted: times - failures.length, unit: 'told', failures };
}
