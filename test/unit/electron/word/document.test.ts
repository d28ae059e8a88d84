// The Word document from the inside: well-formed parts, built-in styles, repeated header rows, rows that do not split,
// captions and references that resolve, figures as the tables show them.
import { describe, expect, it } from 'vitest';
import type { WordBlock, WordOptions } from '#electron/word/blocks.ts';
import { wordDocument } from '#electron/word/document.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { elements, readWord, wordText } from '#test/support/word-parts.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const OPTIONS: WordOptions = { title: ['红塔区规划'], look: 'official', numbering: 'fields', contents: true, code: '' };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const tables = computeTables(samplePlan());
const tableBlocks = tables.map((table): WordBlock & { kind: 'table' } => {
  const { id, number, title } = table;
  return { kind: 'table', id, number, title, table };
});
const blocks: WordBlock[] = [
  { kind: 'heading', level: 1, text: '四、建设任务' },
  {
    kind: 'paragraph',
    texts: [
      { text: '投资<1&2>“见”' },
      { text: '表4-2', reference: 'class:county.employment' },
      { text: '、' },
      { text: '图9-9', reference: 'chart-elsewhere' },
    ],
  },
  { kind: 'picture', id: 'classes-count', number: '图4-1', title: '各类项目个数', png: PIXEL, width: 720, height: 300 },
  ...tableBlocks,
];

async function written(options: Partial<WordOptions> = {}, parts: readonly WordBlock[] = blocks) {
  return readWord(await wordDocument(parts, { ...OPTIONS, ...options }));
}

describe('wordDocument', () => {
  it.each(['official', 'report'] as const)('%s: all parts are well formed', async (look) => {
    expect((await written({ look })).broken).toEqual([]);
  });

  it('uses the built-in styles, and every style used is there', async () => {
    const { document, styles } = await written();
    const ids = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
    for (const [, id] of document.matchAll(/<w:pStyle w:val="([^"]+)"/g)) expect(ids).toContain(id);
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'Title', 'BodyText', 'Caption']) expect(ids).toContain(id);
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
  });

  it('keeps rows whole, repeats the header and writes every figure as it is shown', async () => {
    const found = elements((await written()).document, 'w:tbl');
    expect(found).toHaveLength(tables.length);
    for (const [index, table] of tables.entries()) {
      const rows = elements(found[index] ?? '', 'w:tr');
      const headers = rows.filter((row) => row.includes('<w:tblHeader/>'));
      expect(headers).toHaveLength(table.columns.some(({ group }) => group !== undefined) ? 2 : 1);
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
      const body = rows.slice(headers.length).map((row) => elements(row, 'w:tc').map(wordText));
      expect(body).toEqual(table.rows.map((row) => table.columns.map((_, at) => tableCellText(row.cells[at]))));
    }
  });

  it('numbers captions by fields that show the plan’s numbers, and references reach them', async () => {
    const { document } = await written();
    const marks = new Map(
      [...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"[^>]*w:id="(\d+)"/g)].map(([, name, id]) => [name, id]),
    );
    const ends = new Set([...document.matchAll(/<w:bookmarkEnd w:id="(\d+)"/g)].map(([, id]) => id));
    const references = [...document.matchAll(/<w:fldSimple w:instr="REF (\S+) [^"]*">([\s\S]*?)<\/w:fldSimple>/g)];
    expect(references.map(([, , inner]) => wordText(inner ?? ''))).toEqual(['表4-2']);
    for (const [, name] of references) expect(ends).toContain(marks.get(name));
    // What is not in the document is plain text.
    expect(wordText(document)).toContain('、图9-9');
    const sequence = [...document.matchAll(/<w:fldSimple w:instr="SEQ ([^"]+)">([\s\S]*?)<\/w:fldSimple>/g)].map(
      ([, code, inner]) => [code, wordText(inner ?? '')],
    );
    expect(sequence).toContainEqual(['表4_ \\* ARABIC', '2']);
    for (const table of tables) expect(wordText(document)).toContain(`${table.number}　${table.title}`);
  });

  it('a part of the tables keeps its numbers', async () => {
    const chosen = tableBlocks.filter(({ number }) => ['表4-2', '表4-5'].includes(number));
    const { document } = await written({}, chosen);
    const codes = [...document.matchAll(/SEQ ([^"]+)"/g)].map(([, code]) => code);
    expect(codes).toEqual(['表4_ \\* ARABIC \\r 2', '表4_ \\* ARABIC \\r 5']);
  });

  it('plain numbering has no fields but the same words', async () => {
    const [fields, plain] = [await written(), await written({ numbering: 'plain' })];
    expect(plain.document).not.toMatch(/instr="(?:SEQ|REF)|bookmarkStart w:name="part/);
    expect(wordText(plain.document)).toBe(wordText(fields.document));
  });

  it('turns the page only for tables that need it', async () => {
    const { document, pictures } = await written();
    expect(pictures).toHaveLength(1);
    const turned = document.match(/w:orient="landscape"/g) ?? [];
    expect(turned.length).toBeGreaterThanOrEqual(1);
    const narrow = await written({}, tableBlocks.slice(0, 3));
    expect(narrow.document).not.toContain('w:orient="landscape"');
  });

  it('is a document also without parts', async () => {
    const { broken, document } = await written({ title: [], contents: false, code: '' }, []);
    expect(broken).toEqual([]);
    expect(document).toContain('<w:p');
  });
});
