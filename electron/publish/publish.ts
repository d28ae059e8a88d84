// Writes a plan into a province's PostgreSQL database: all of it or nothing, one state a county and period.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { shortChainHead } from '#shared/domain/state-code.ts';
import { AppError } from '#shared/values/app-error.ts';
import { addFen, wanText, ZERO } from '#shared/values/money.ts';
import { copyText } from './copy-text.ts';
import { connect, inDatabaseWords } from './database.ts';
import type { PublishedPlan, PublishResult, PublishState, PublishTarget } from './plan.ts';
import { type PublishRow, progressDays, rowsOf } from './rows.ts';
import { makeSchema, qualified } from './schema.ts';
import { FACT_TABLES, PUBLICATION, type PublishTable } from './tables.ts';

/** What the database holds of a county and period. */
interface Held {
  id: string;
  head: string;
  file: string;
  saved_at: Date | null;
  as_of: string;
  is_current: boolean;
}

/**
 * Writes a plan. The same state for the same day is left as it is; an earlier or another one than what is there only with
 * `force`. Errors (AppError): invalid-input for a plan of a town or village, cannot-write for the database.
 */
export async function publish(plan: PublishedPlan, target: PublishTarget): Promise<PublishResult> {
  const region = regionOf(plan);
  const client = await connect(target.url);
  try {
    return await inDatabaseWords(() => writeOnce(client, plan, target, region));
  } finally {
    await client.end().catch(() => {});
  }
}

function regionOf({ data }: PublishedPlan): { code: string; name: string; level: string } {
  const { plan, reference } = data;
  const region = reference.regions.find(({ code }) => code === plan.regionCode);
  const level = region?.level ?? 'county';
  if (level === 'town' || level === 'village') {
    throw new AppError(
      'invalid-input',
      `“${plan.regionName}”是乡镇或村的工作簿，不能单独发布：请先上报到县，发布县（市、区）或市、省的工作簿。`,
    );
  }
  return { code: plan.regionCode, name: plan.regionName, level };
}

async function writeOnce(
  client: Client,
  plan: PublishedPlan,
  target: PublishTarget,
  region: { code: string; name: string; level: string },
): Promise<PublishResult> {
  const { schema } = target;
  const { firstYear, lastYear } = plan.data.plan;
  await client.query('BEGIN');
  try {
    // Two who publish at once come one after the other.
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber(schema)]);
    await makeSchema(client, schema);
    const { rows } = await client.query<Held>(
      `SELECT id, head, file, saved_at, to_char(as_of, 'YYYY-MM-DD') AS as_of, is_current
       FROM ${qualified(schema, PUBLICATION.name)} WHERE region_code = $1 AND first_year = $2 AND last_year = $3`,
      [region.code, firstYear, lastYear],
    );
    const current = rows.find((row) => row.is_current);
    const state = target.force && !isSame(current, plan) ? 'written' : stateOf(rows, plan);
    if (state === 'written') await replace(client, plan, schema, region, rows);
    await client.query('COMMIT');
    return resultOf(state, plan, region.name, current);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

const isSame = (held: Held | undefined, plan: PublishedPlan): boolean =>
  held !== undefined && held.head === plan.head && held.as_of === plan.asOf;

/** What a plan is to what the database holds of its county. */
function stateOf(held: readonly Held[], plan: PublishedPlan): PublishState {
  const current = held.find((row) => row.is_current);
  if (!current) return 'written';
  if (isSame(current, plan)) return 'same';
  if (current.head === plan.head || plan.hasLink(current.head)) return 'written';
  return held.some(({ head }) => head === plan.head) ? 'older' : 'other';
}

async function replace(
  client: Client,
  plan: PublishedPlan,
  schema: string,
  region: { code: string; name: string; level: string },
  held: readonly Held[],
): Promise<void> {
  const { plan: info, projects } = plan.data;
  const publications = qualified(schema, PUBLICATION.name);
  const [asOf, monthBefore] = progressDays(plan.asOf);
  const id = publicationId(region.code, plan);
  for (const { id: before } of held) {
    for (const table of FACT_TABLES)
      await client.query(`DELETE FROM ${qualified(schema, table.name)} WHERE publication_id = $1`, [before]);
  }
  await client.query(`DELETE FROM ${publications} WHERE id = $1`, [id]);
  await client.query(
    `UPDATE ${publications} SET is_current = false WHERE region_code = $1 AND first_year = $2 AND last_year = $3`,
    [region.code, info.firstYear, info.lastYear],
  );
  const row: PublishRow = {
    id,
    region_code: region.code,
    region_name: region.name,
    region_level: region.level,
    title: info.title,
    first_year: info.firstYear,
    last_year: info.lastYear,
    head: plan.head,
    step: plan.step,
    saved_at: plan.savedAt,
    as_of: asOf,
    month_before: monthBefore,
    published_at: new Date().toISOString(),
    is_current: true,
    project_count: projects.length,
    total_fen: totalOf(plan),
    file: plan.file,
    program: plan.program,
  };
  await copy(client, schema, PUBLICATION, [row], {});
  for (const table of FACT_TABLES) await copy(client, schema, table, rowsOf(table.name, plan), { publication_id: id });
}

async function copy(
  client: Client,
  schema: string,
  table: PublishTable,
  rows: Iterable<PublishRow>,
  fixed: PublishRow,
): Promise<void> {
  const columns = table.columns.map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const target = client.query(copyFrom(`COPY ${qualified(schema, table.name)} (${names}) FROM STDIN`));
  await pipeline(Readable.from(copyText(rows, columns, fixed)), target);
}

const totalOf = ({ data }: PublishedPlan): number =>
  addFen(ZERO, ...data.projects.map(({ amounts }) => amounts.total ?? ZERO));

/** The same for the same state, county and day, so that publishing once more finds its own rows. */
function publicationId(regionCode: string, { head, asOf, data }: PublishedPlan): string {
  const parts = [regionCode, data.plan.firstYear, data.plan.lastYear, head, asOf].join('|');
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

/** A number of 48 bits for a schema. */
function lockNumber(schema: string): string {
  return String(createHash('sha256').update(`xianjie ${schema}`).digest().readUIntBE(0, 6));
}

function resultOf(state: PublishState, plan: PublishedPlan, region: string, current: Held | undefined): PublishResult {
  const { firstYear, lastYear } = plan.data.plan;
  const isThere = state === 'older' || state === 'other';
  return {
    state,
    projects: plan.data.projects.length,
    totalWan: wanText(addFen(ZERO, ...plan.data.projects.map(({ amounts }) => amounts.total ?? ZERO))),
    region,
    period: firstYear === lastYear ? String(firstYear) : `${firstYear}-${lastYear}`,
    there:
      isThere && current
        ? {
            file: current.file,
            savedAt: current.saved_at?.toISOString() ?? null,
            stateCode: shortChainHead(current.head),
          }
        : null,
  };
}
