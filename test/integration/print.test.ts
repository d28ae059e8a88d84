// Real PDF files from a real browser, read back: what is on each page, where it stands, and that the sums are right.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { addFen, formatWan, parseWan, ZERO } from '#shared/values/money.ts';
import { type PdfPage, readPdf } from '#test/support/pdf.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const workbook = join(folder, 'sample.xianjie');
const pictures = resolve(import.meta.dirname, '../../test-results/pictures/print');
const POINTS_PER_MM = 72 / 25.4;

/** Prints with the given options and reads the file back. */
async function print(name: string, ...options: string[]): Promise<PdfPage[]> {
  const out = join(folder, `${name}.pdf`);
  const date = options.includes('notice') ? [] : ['--date', '2025年3月1日'];
  const run = await xianjie('print', workbook, out, ...date, ...options);
  expect(run.status, run.err).toBe(0);
  return readPdf(out);
}

/** A page as a picture for a person to look at, where the tool that draws it is installed. */
function keepPicture(name: string, page: number): void {
  mkdirSync(pictures, { recursive: true });
  const file = join(pictures, `${name}-第${page}页`);
  spawnSync('pdftoppm', [
    '-r',
    '80',
    '-png',
    '-singlefile',
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    join(folder, `${name}.pdf`),
    file,
  ]);
}

/** Nothing stands in the margins (in mm) but the page number, and no text runs into the next one. */
function expectWithinMargins(page: PdfPage, left: number, right: number): void {
  for (const { text, x, width, isTurned, y } of page.texts) {
    if (isTurned) continue;
    expect(x, text).toBeGreaterThan(left * POINTS_PER_MM - 1);
    expect(x + width, text).toBeLessThan(page.width - right * POINTS_PER_MM + 1);
    const next = page.texts.filter((other) => other.x > x && Math.abs(other.y - y) < 2).sort((a, b) => a.x - b.x)[0];
    if (next) expect(x + width, `${text} | ${next.text}`).toBeLessThanOrEqual(next.x + 0.5);
  }
}

/** The texts that stand in a column, by the left and right edge of one text in it. */
const amount = (text: string) => parseWan(text.replaceAll(',', '')) ?? ZERO;

beforeAll(async () => {
  expect((await xianjie('new', workbook, '--sample')).status).toBe(0);
});

describe('the annex of 514 projects on A3 (PT1)', () => {
  let pages: PdfPage[] = [];
  beforeAll(async () => {
    pages = await print('annex', '--total', 'last', '--subtotals', 'page', '--note', '本表合计与各分项之和一致。');
    for (const page of [1, 2, pages.length]) keepPicture('annex', page);
  });

  it('lies on A3, 15 to 25 pages', () => {
    expect(new Set(pages.map(({ width, height }) => `${width}x${height}`))).toEqual(new Set(['1191x842']));
    expect(pages.length).toBeGreaterThan(14);
    expect(pages.length).toBeLessThan(26);
  });

  it('has its title once, 续表 on every further page, and the header and the page number on all', () => {
    expect(pages[0]?.lines[0]).toContain('红塔区');
    expect(pages[0]?.lines[1]).toBe('填报单位：红塔区\t2025年3月1日\t单位：万元');
    pages.forEach((page, index) => {
      expect(page.lines.slice(0, 1).join('').includes('（续表）')).toBe(index > 0);
      for (const label of [
        '序号',
        '项目类别及名称',
        '资金来源',
        '分年度投资',
        '受益对象',
        '责任单位',
        '备注',
        '2025年',
      ]) {
        expect(
          page.texts.filter(({ text }) => text === label),
          label,
        ).toHaveLength(1);
      }
      const foot = new RegExp(`^第${index + 1}页共${pages.length}页校验码[0-9a-f]{16}\\d{4}-\\d\\d-\\d\\d$`);
      expect(page.lines.at(-1)?.replace(/\s/g, '')).toMatch(foot);
    });
  });

  it('has each project once, whole, and in order', () => {
    const numbers = pages.flatMap(({ texts }) => texts.filter(({ text, x }) => x < 85 && /^\d+$/.test(text)));
    expect(numbers.map(({ text }) => text)).toEqual(Array.from({ length: 514 }, (_, index) => String(index + 1)));
    // A row that was parted would leave text above the first row or below the last.
    for (const { texts } of pages) {
      const own = numbers.filter((number) => texts.includes(number));
      const subtotal = texts.find(({ text }) => text === '本页小计');
      expect(Math.max(...own.map(({ y }) => y))).toBeLessThan(subtotal?.y ?? 0);
    }
  });

  it('stays within the margins and each text in its column', () => {
    for (const page of pages) expectWithinMargins(page, 20, 12);
  });

  it('has 本页小计 on every page that add up to 合计', () => {
    const lineOf = (page: PdfPage | undefined, label: string) =>
      page?.lines.find((line) => line.startsWith(`${label}\t`))?.split('\t') ?? [];
    const total = lineOf(pages.at(-1), '合计');
    expect(total.slice(0, 3)).toEqual(['合计', '514个', '664,599.38']);
    const subtotals = pages.map((page) => lineOf(page, '本页小计'));
    for (let column = 2; column < total.length; column += 1) {
      const sum = addFen(...subtotals.map((line) => amount(line[column] ?? '')));
      expect(formatWan(sum), `column ${column}`).toBe(total[column]);
    }
  });

  it('ends with the note and the line of signatures', () => {
    const [note, signatures] = pages.at(-1)?.lines.slice(-3) ?? [];
    expect(note).toBe('注：本表合计与各分项之和一致。');
    expect(signatures).toMatch(/^单位负责人：\t审核人：\t填表人：\t联系电话：\t填报日期：/);
  });

  it('carries its fonts', () => {
    const pdf = readFileSync(join(folder, 'annex.pdf'), 'latin1');
    expect(pdf).toMatch(/\/FontFile[23]?\b|\/Type3\b|\/Subtype \/Type3/);
  });
});

describe('a list of two counties with long periods', () => {
  const mixed = join(folder, 'mixed.xianjie');
  const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures', name);
  interface Listed {
    households: number | null;
    people: number | null;
    startAt: string | null;
    endAt: string | null;
  }
  let projects: Listed[] = [];
  beforeAll(async () => {
    expect((await xianjie('new', mixed, '--region', '530402')).status).toBe(0);
    for (const name of ['hongta-annex-514.xlsx', 'daye-plan-2024.xlsx'])
      expect((await xianjie('import', mixed, fixture(name))).status).toBe(0);
    ({ projects } = JSON.parse((await xianjie('list', mixed, '--json')).out) as { projects: Listed[] });
  });

  it.each([
    ['A3', 'landscape', 1],
    ['A3', 'portrait', 2],
    ['A4', 'landscape', 2],
    ['A4', 'portrait', 3],
  ] as const)('prints no number in pieces on %s %s', async (paper, orientation, sheets) => {
    const out = join(folder, `mixed-${paper}-${orientation}.pdf`);
    const run = await xianjie(
      'print',
      mixed,
      out,
      '--paper',
      paper,
      '--orientation',
      orientation,
      '--subtotals',
      'page',
      // Its digits are no numbers of the list.
      '--code',
      'no',
    );
    expect(run.status, run.err).toBe(0);
    // What does not fit on one sheet is said before anything is printed.
    if (sheets > 1) expect(run.err).toContain(`已分成 ${sheets} 张并排打印`);
    else expect(run.err).not.toContain('放不下');
    const pages = await readPdf(out);
    keepPicture(`mixed-${paper}-${orientation}`, 1);
    for (const page of pages) expectWithinMargins(page, 20, 12);
    const numeric = pages.flatMap(({ texts }) =>
      texts.filter(({ text }) => /^[-\d,.（）()一二三四五六七八九十]+$/.test(text)),
    );
    const integers = numeric.filter(({ text }) => /^\d+$/.test(text)).map(({ text }) => text);
    for (const { text } of numeric) {
      expect(text).toMatch(
        /^(-?\d{1,3}(,\d{3})*\.\d{2}|\d+|\d{4}(\.\d+)?-\d{4}(\.\d+)?|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+)$/,
      );
    }
    const years = projects.flatMap(({ startAt, endAt }) => (startAt !== null && startAt === endAt ? [startAt] : []));
    const counts = projects.flatMap(({ households, people }) => [households, people].flatMap((count) => count ?? []));
    const numbers = Array.from({ length: sheets }, () => projects.map((_, index) => index + 1)).flat();
    expect(integers.sort()).toEqual([...years, ...counts, ...numbers].map(String).sort());
    expect(numeric.map(({ text }) => text)).toContain('2024.6-2024.12');
    expect(numeric.map(({ text }) => text)).toContain('137,640.47');
  });
});

describe('一套附表', () => {
  it('is one document: cover, lists with the pages, all tables, the 项目表; numbers run through', async () => {
    const pages = await print('set', '--what', 'set', '--office', '红塔区农业农村局');
    for (const page of [1, 2, 3, 4, 11, pages.length]) keepPicture('set', page);
    const bodyFrom = pages.findIndex(({ lines }) => lines.at(-1)?.startsWith('第 1 页'));
    expect(pages[0]?.lines).toContain('红塔区农业农村局');
    const count = pages.length - bodyFrom;
    pages.slice(bodyFrom).forEach(({ lines }, index) => {
      expect(lines.at(-1)?.replace(/\s/g, '')).toContain(`第${index + 1}页共${count}页`);
    });
    const entries = pages.slice(1, bodyFrom).flatMap(({ lines }) => lines.filter((line) => /…/.test(line)));
    expect(entries.length).toBeGreaterThan(25);
    for (const entry of entries) {
      const [, title = '', number = ''] = /^(.*?)\s*…+\s*(\d+)$/.exec(entry.replaceAll('\t', '')) ?? [];
      const on = pages[bodyFrom + Number(number) - 1]?.lines.join('').replace(/\s/g, '') ?? '';
      // The 项目表 has its number over its title.
      expect(on, entry).toContain(title.replace(/\s/g, ''));
    }
    for (const page of pages.slice(bodyFrom)) expectWithinMargins(page, 20, 12);
  });

  it('is a spreadsheet with one sheet a table and a list that leads to each', async () => {
    const out = join(folder, 'set.xlsx');
    const run = await xianjie('print', workbook, out, '--what', 'set', '--no-charts');
    expect(run.status, run.err).toBe(0);
    const { sheets } = await readWorkbookBytes(readFileSync(out), 'set.xlsx');
    const names = sheets.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['封面', '目录', '表4']);
    expect(names.at(-1)).toBe('项目表');
    const listed = sheets[1]?.rows.slice(1).flatMap(({ cells }) => cells.map(({ value }) => value?.text ?? '')) ?? [];
    expect(listed).toHaveLength(names.length - 2);
    expect(listed[0]).toContain('表4');
  });
});

describe('other papers', () => {
  it('splits A4 into sheets that repeat 序号 and 名称 (PT2)', async () => {
    const pages = await print('split', '--paper', 'A4', '--town', '北城街道');
    keepPicture('split', 1);
    expect(pages.length % 2).toBe(0);
    for (let at = 0; at < pages.length; at += 2) {
      const [first, second] = [pages[at], pages[at + 1]];
      const numbers = (page: PdfPage | undefined) =>
        page?.texts
          .filter(({ text, x }) => x < 90 && /^\d+$/.test(text))
          .map(({ text, y }) => `${text}@${Math.round(y)}`);
      // The same rows at the same height: the sheets lie side by side.
      expect(numbers(second)).toEqual(numbers(first));
      expect(first?.lines.join()).toContain('（1/2）');
      expect(second?.lines.join()).toContain('（2/2）');
    }
    expect(pages[0]?.lines.join()).toContain('建设内容及规模');
    expect(pages[1]?.lines.join()).toContain('分年度投资');
    for (const page of pages) expectWithinMargins(page, 20, 12);
  });

  it('puts the number at the short edge of a landscape sheet bound with a document (PT3)', async () => {
    const options = ['--binding', 'document', '--page-number', 'dash', '--first-page', '9', '--town', '研和街道'];
    const pages = await print('bound', '--paper', 'A4', ...options);
    keepPicture('bound', 2);
    pages.forEach(({ texts, height }, index) => {
      const [number] = texts.filter(({ isTurned }) => isTurned);
      expect(number?.text).toBe(`— ${index + 9} —`);
      expect(number?.size).toBeCloseTo(14, 0);
      // 7 mm from the 版心, which begins 35 mm from the edge that is the foot of the portrait page.
      expect((number?.x ?? 0) / POINTS_PER_MM).toBeGreaterThan(24);
      expect((number?.x ?? 0) / POINTS_PER_MM).toBeLessThan(33);
      const isNearBottom = (number?.y ?? 0) > height / 2;
      expect(isNearBottom).toBe((index + 9) % 2 === 1);
    });
  });

  it('puts — × — at the right of odd pages and at the left of even ones', async () => {
    const pages = await print('dash', '--page-number', 'dash', '--binding', 'duplex', '--category', '乡村基础设施建设');
    pages.slice(0, 4).forEach(({ texts, width }, index) => {
      const number = texts.find(({ text }) => text === `— ${index + 1} —`);
      expect((number?.x ?? 0) > width / 2).toBe(index % 2 === 0);
    });
  });

  it('prints tables on the paper that suits each, and findings on A4 landscape (PT7)', async () => {
    const out = join(folder, 'tables.pdf');
    expect((await xianjie('print', workbook, out, '--what', 'tables')).status).toBe(0);
    const tables = await readPdf(out);
    expect(new Set(tables.map(({ width, height }) => `${width}x${height}`))).toEqual(new Set(['595x842', '842x595']));
    expect(tables.map(({ lines }) => lines[0]).join()).toContain('表5-1');
    const [findings] = await print('findings', '--what', 'findings');
    expect([findings?.width, findings?.height]).toEqual([842, 595]);
    expect(findings?.lines[0]).toBe('红塔区勾稽审核差错清单');
  });

  it('puts projects up as a notice, names hidden, on paper and as a spreadsheet', async () => {
    const pages = await print(
      'notice',
      '--what',
      'notice',
      '--stage',
      'town',
      '--from',
      '2025-03-03',
      '--days',
      '7',
      '--workdays',
      '--town',
      '北城街道',
    );
    keepPicture('notice', 1);
    const lines = pages.flatMap((page) => page.lines);
    expect(lines[0]).toContain('北城街道');
    expect(lines.join('\n')).toContain('公示时间：2025年3月3日至2025年3月11日（7个工作日）。');
    expect(lines).toContain('监督电话：12317');
    expect(pages.every(({ width }) => width === 842)).toBe(true);
    for (const page of pages) expectWithinMargins(page, 20, 12);
    const sheet = await xianjie('print', workbook, join(folder, 'notice.xlsx'), '--what', 'notice');
    expect(sheet.status, sheet.err).toBe(0);
  });

  it('prints one table through tables --out', async () => {
    const out = join(folder, 'one.pdf');
    expect((await xianjie('tables', workbook, '--table', '表5-1', '--out', out)).status).toBe(0);
    expect((await readPdf(out))[0]?.lines[0]).toContain('表5-1');
  });

  it('leaves an existing file alone when the target folder is missing', async () => {
    const out = join(folder, 'old.pdf');
    writeFileSync(out, 'old');
    expect((await xianjie('print', workbook, join(folder, 'no', 'a.pdf'))).status).toBe(3);
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  it.each([
    [['--town'], '后面要跟一个值'],
    [['--category', '没有的类'], '不认得“没有的类”'],
    [['--columns', 'name,foo'], '没有栏目“foo”'],
    [['--what', 'tables', '--total', 'last'], '--total 不能用于 --what tables'],
    [['--font-size', '6'], '--font-size 只能是'],
    [['--what', 'notice', '--from', '2025-02-30'], '--from 只能是'],
    [['--days', '7'], '--days 不能用于 --what annex'],
    [['--what', 'set', '--columns', 'name,foo'], '没有栏目“foo”'],
    [['--what', 'set', '--total', 'middle'], '--total 只能是'],
    [['--no-cover'], '--no-cover 不能用于 --what annex'],
  ])('refuses %j', async (options, words) => {
    const run = await xianjie('print', workbook, join(folder, 'x.pdf'), ...options);
    expect(run.status).toBe(2);
    expect(run.err).toContain(words);
  });
});
