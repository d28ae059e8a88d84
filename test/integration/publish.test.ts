// 发布: workbooks in a PostgreSQL database of a test's own; what its views say is what the workbook's tables say.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeLine, makePayment } from '#test/support/execution-facts.ts';
import { countyFile, countyProjects, NINE_COUNTIES } from '#test/support/nine-counties.ts';
import { findPostgres, startPostgres, type TestServer } from '#test/support/postgres.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { openSession } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const AS_OF = '2025-11-30';
const folder = makeTempFolder();
const postgres = findPostgres();
let server: TestServer;
let client: pg.Client;

type Row = Record<string, string | number | null>;

async function rows(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await client.query<Row>(sql, values)).rows;
}

interface Table {
  columns: string[];
  rows: [string, ...(string | number | null)[]][];
}

async function tablesOf(...argv: string[]): Promise<Table> {
  const run = await xianjie(...argv, '--json');
  expect(run.status, run.err).toBe(0);
  return (run.json() as { tables: Table[] }).tables[0] as Table;
}

async function publish(...argv: string[]) {
  return xianjie('publish', ...argv, '--to', server.url, '--as-of', AS_OF, '--json');
}

async function make(name: string, region: string, ...sheets: string[]): Promise<string> {
  const book = path.join(folder, `${name}.xianjie`);
  expect((await xianjie('new', book, '--region', region, '--period', '2021-2025')).status).toBe(0);
  if (sheets.length > 0) expect((await xianjie('import', book, ...sheets)).status).toBe(0);
  return book;
}

function sheetOf(at: number, round: 1 | 2, day: string): string {
  const county = NINE_COUNTIES[at];
  if (!county) throw new Error(`no county ${at}`);
  const { name, bytes } = countyFile(county, countyProjects(county, round), day);
  const file = path.join(folder, `${round}-${name}`);
  writeFileSync(file, bytes);
  return file;
}

/** Money of a batch for the first projects, a part of it paid in two months. */
function addMoney(book: string): void {
  const { session } = openSession(book);
  const ids = session
    .planData()
    .projects.slice(0, 12)
    .map(({ id }) => id);
  session.change('test', '资金', (tx) => {
    tx.put('fundBatch', 'b1', makeBatch('b1', '900', { ownDate: '2025-03-01', finishBy: '2025-10-31' }));
    for (const [at, id] of ids.entries()) {
      const line = makeLine('b1', id, `${10 + at}`);
      tx.put('fundLine', line.id, line);
      const payment = makePayment(id, at % 4 === 0 ? '2025-10-05' : '2025-11-20', `${3 + at}.5`, 'b1');
      if (at % 2 === 0) tx.put('payment', payment.id, payment);
    }
  });
  session.close();
}

describe.skipIf(postgres === null)('publishing into PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres(postgres ?? '');
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
  }, 120_000);
  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  it('gives 表2, 表3 and 调度表 of a city as its own tables do', async () => {
    const book = await make('玉溪市', '530400', ...NINE_COUNTIES.map((_, at) => sheetOf(at, 1, '2025-10-20')));
    addMoney(book);
    const run = await publish(book);
    expect(run.status, run.err).toBe(0);
    const { projects } = run.json() as { projects: number };
    expect(run.json()).toMatchObject({
      workbooks: 1,
      list: [{ state: 'written', region: '玉溪市', period: '2021-2025' }],
    });
    expect(await rows('SELECT count(*)::int AS n FROM xianjie.project')).toEqual([{ n: projects }]);

    const classes = await tablesOf('tables', book, '--table', '表2');
    const cells = await rows('SELECT * FROM xianjie.table2');
    const cellOf = (type: string, county: string): number => {
      const found = cells.find((row) => row.类别 === type && row['县（市、区）'] === county);
      return found ? wan(String(Number(found['投资（万元）']))) : 0;
    };
    const words = (label: string): string => (/总投资|总计/.test(label) ? '合计' : label);
    let compared = 0;
    for (const [label, ...values] of classes.rows) {
      for (const [at, value] of values.entries()) {
        expect(cellOf(words(label), words(classes.columns[at + 1] ?? '')), `${label} ${at}`).toBe(wan(String(value)));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(80);

    const sources = await tablesOf('tables', book, '--table', '表3');
    const money = await rows('SELECT * FROM xianjie.table3');
    for (const [label, count, ...values] of sources.rows) {
      const own = money.filter((row) => row['县（市、区）'] === words(label));
      expect(Number(own.find((row) => row.资金来源 === '合计')?.项目个数 ?? 0)).toBe(count);
      for (const [at, value] of values.entries()) {
        const column = sources.columns[at + 2] ?? '';
        const name = column === '未分解来源' ? '未分解' : words(column);
        const found = own.find((row) => row.资金来源 === name);
        expect(wan(String(Number(found?.['投资（万元）'] ?? 0))), `${label} ${column}`).toBe(wan(String(value)));
      }
    }

    const month = await tablesOf('city', book, 'month', '--as-of', AS_OF);
    const said = await rows('SELECT * FROM xianjie.month_table');
    const at = (name: string): number => month.columns.indexOf(name);
    expect(month.rows.map(([name]) => name).toSorted()).toEqual(said.map((row) => row['县（市、区）']).toSorted());
    const shown = (value: unknown): string =>
      value === null || value === '' || value === '——' ? '' : String(Number(value));
    for (const row of month.rows) {
      const own = said.find((one) => one['县（市、区）'] === row[0]) ?? {};
      const pairs = [
        ['项目数', '项目数'],
        ['开工', '开工'],
        ['竣工', '竣工'],
        ['下达资金', '下达资金（万元）'],
        ['已支付', '已支付（万元）'],
        ['支付率(%)', '支付率(%)'],
        ['产业占比(%)', '产业占比(%)'],
        ['逾期项目', '逾期项目'],
        ['上月支付率(%)', '上月支付率(%)'],
        ['增幅(百分点)', '增幅(百分点)'],
        ['排名', '排名'],
      ] as const;
      for (const [ours, theirs] of pairs)
        expect(shown(own[theirs] ?? null), `${row[0]} ${ours}`).toBe(shown(row[at(ours)] ?? null));
    }
    expect(said.find((row) => row['县（市、区）'] === '合计')?.['已支付（万元）']).not.toBe('0');
  });

  it('counts a county once where city and county both publish, and replaces exactly that county', async () => {
    const before = await rows(`SELECT * FROM xianjie.table2 WHERE "县（市、区）" = '江川区' ORDER BY 1, 3`);
    const county = await make('红塔区', '530402', sheetOf(0, 2, '2025-11-20'));
    const run = await publish(county);
    expect(run.status, run.err).toBe(0);
    const { projects } = run.json() as { projects: number };
    const [total] = await rows(`SELECT "项目个数" FROM xianjie.table2 WHERE "类别" = '合计' AND "县代码" = '530402'`);
    expect(Number(total?.项目个数)).toBe(projects);
    expect(await rows(`SELECT * FROM xianjie.table2 WHERE "县（市、区）" = '江川区' ORDER BY 1, 3`)).toEqual(before);
    expect(await rows('SELECT count(*)::int AS n FROM xianjie.publication WHERE is_current')).toEqual([{ n: 2 }]);

    // Again: nothing is written. After a change: its own rows are replaced.
    const [{ at } = { at: null }] = await rows(`SELECT max(published_at)::text AS at FROM xianjie.publication`);
    expect((await publish(county)).json()).toMatchObject({ list: [{ state: 'same' }] });
    expect(await rows(`SELECT max(published_at)::text AS at FROM xianjie.publication`)).toEqual([{ at }]);
    const { session } = openSession(county);
    const [first] = session.planData().projects;
    if (!first) throw new Error('no project');
    const odd = '甲\\乙\t丙\n丁 "戊" \\N';
    session.change('projects.test', '改', (tx) =>
      tx.put('project', first.id, { ...first, content: odd, own: { 领导批示: '同意' } }),
    );
    session.close();
    expect((await publish(county)).json()).toMatchObject({ list: [{ state: 'written' }] });
    expect(
      await rows(
        `SELECT j.content, count(*) OVER ()::int AS n FROM xianjie.project j
         JOIN xianjie.publication p ON p.id = j.publication_id WHERE j.project_id = $1`,
        first.id,
      ),
    ).toContainEqual({ content: odd, n: 1 });
    expect(await rows(`SELECT count(*)::int AS n FROM xianjie.provenance WHERE project_id = $1`, first.id)).toEqual([
      { n: 1 },
    ]);

    expect(await rows(`SELECT column_name, value FROM xianjie.own_value WHERE project_id = $1`, first.id)).toEqual([
      { column_name: '领导批示', value: '同意' },
    ]);

    // The state before comes back: told as older, written only when asked for.
    await xianjie('undo', county);
    const undone = await publish(county);
    expect(undone.json()).toMatchObject({ list: [{ state: 'written' }] });
    const other = await make('另一份红塔区', '530402', sheetOf(0, 1, '2025-10-20'));
    const refused = await publish(other);
    expect(refused.status).toBe(1);
    expect(refused.json()).toMatchObject({ workbooks: 0, projects: 0, list: [{ state: 'other' }] });
    expect(refused.err).toContain('另一份红塔区.xianjie”没有发布');
    expect((await publish(other, '--force')).json()).toMatchObject({ list: [{ state: 'written' }] });
    const back = await publish(county);
    expect(back.status).toBe(1);
    expect(back.json()).toMatchObject({ list: [{ state: 'older' }] });
    expect(back.err).toContain('更晚的状态');
  });

  it('tells what is wrong with the database and writes nothing', async () => {
    const book = await make('江川区', '530403', sheetOf(1, 1, '2025-10-20'));
    const say = async (url: string, ...more: string[]) => xianjie('publish', book, '--to', url, ...more);
    const wrong = new URL(server.url);
    wrong.password = 'kou-ling-9';
    const refused = await say(wrong.href);
    expect(refused).toMatchObject({ status: 3 });
    expect(refused.err).toMatch(/连不上数据库 127\.0\.0\.1:\d+\/postgres：用户名或口令不对/);
    expect(refused.err).not.toContain('kou-ling-9');
    const none = new URL(server.url);
    none.pathname = '/nothing';
    expect((await say(none.href)).err).toContain('没有这个数据库');
    expect(await say('postgres://a:b@127.0.0.1:1/x')).toMatchObject({ status: 3 });
    expect((await say('mysql://127.0.0.1/x')).err).toContain('应以 postgres:// 开头');
    expect((await say('省里的库')).err).toContain('postgres://用户:口令@主机:端口/数据库');
    expect((await say(server.url, '--schema', 'public')).status).toBe(0);
    await client.query('CREATE SCHEMA others; CREATE TABLE others.note (id integer)');
    const others = await say(server.url, '--schema', 'others');
    expect(others.status).toBe(3);
    expect(others.err).toContain('已经有别的表');
    await client.query('UPDATE public.version SET number = 99');
    const newer = await say(server.url, '--schema', 'public', '--force');
    expect(newer.status).toBe(3);
    expect(newer.err).toContain('第 99 版');
    await client.query(`CREATE ROLE reader LOGIN PASSWORD 'r'`);
    const reader = new URL(server.url);
    reader.username = 'reader';
    reader.password = 'r';
    const denied = await say(reader.href);
    expect(denied.status).toBe(3);
    expect(denied.err).toContain('没有建表或写表的权限');
  });

  it('leaves a plan as it was when writing breaks off', async () => {
    const before = await rows('SELECT * FROM xianjie.table3 ORDER BY 1, 3, 5');
    await client.query('ALTER TABLE xianjie.provenance ADD CONSTRAINT stop CHECK (row_number < 0) NOT VALID');
    const book = await make('澄江市', '530481', sheetOf(2, 1, '2025-10-20'));
    const broken = await publish(book);
    expect(broken.status).toBe(3);
    expect(broken.err).toContain('数据库没有写成');
    expect(await rows('SELECT * FROM xianjie.table3 ORDER BY 1, 3, 5')).toEqual(before);
    await client.query('ALTER TABLE xianjie.provenance DROP CONSTRAINT stop');
    expect((await publish(book)).status).toBe(0);
  });

  it('does not take a workbook of a town', async () => {
    const town = path.join(folder, '镇.xianjie');
    expect((await xianjie('new', town, '--region', '530402001')).status).toBe(0);
    const run = await publish(town);
    expect(run.status).toBe(1);
    expect(run.err).toContain('不能单独发布');
  });
});
