// Places are named by headings, captions and heads; a table over two pages by the heads of its first part.
import { describe, expect, it } from 'vitest';
import type { Draft, DraftBlock } from '#shared/draft/draft.ts';
import { placeNamer } from '#shared/proof/place-words.ts';

const line = (text: string, level: number | null = null): DraftBlock => ({
  ...{ kind: 'paragraph', role: level === null ? 'text' : 'heading', level, text, at: 0 },
});
const table = (rows: string[][]): DraftBlock => ({
  kind: 'table',
  rowCount: rows.length,
  columnCount: rows[0]?.length ?? 0,
  headRows: 1,
  cells: rows.flatMap((cells, row) =>
    cells.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text, at: 0 })),
  ),
});
const namer = (...blocks: DraftBlock[]) => placeNamer({ format: 'txt', blocks, remarks: [] } satisfies Draft);

const HEADS = ['类别', '项目个数（个）', '总投资（万元）'];

describe('a place', () => {
  it('in the text is the headings above and the paragraph outside of tables', () => {
    const name = namer(
      line('一、甲', 1),
      line('（一）乙', 2),
      table([HEADS, ['产业', '1', '2']]),
      line('二、丙', 1),
      line('共5个'),
    );
    expect(name({ kind: 'text', block: 4, start: 1, end: 3 })).toMatchObject({
      headings: ['二、丙'],
      paragraph: 4,
      table: null,
      words: '二、丙 › 第4段',
      brief: '第4段',
    });
  });

  it('in a table is its caption with the heads, or numbers where there are none', () => {
    const name = namer(
      line('表1 分类'),
      table([HEADS, ['产业', '1', '2'], ['合计', '1', '2']]),
      table([['备注'], ['无']]),
    );
    expect(name({ kind: 'table', block: 1, row: 2, column: 2 }).words).toBe('表1 分类：“合计”行“总投资”列');
    expect(name({ kind: 'table', block: 2, row: 1, column: 0 })).toMatchObject({
      table: 2,
      row: '第2行',
      column: '第1列',
      words: '第2张表：“第2行”行“第1列”列',
    });
  });

  it('in the second part of a table has the row of that part', () => {
    const name = namer(
      line('表1 分类'),
      table([HEADS, ['产业', '1', '2']]),
      line('续表'),
      table([HEADS, ['教育', '3', '4']]),
    );
    expect(name({ kind: 'table', block: 3, row: 1, column: 1 })).toMatchObject({
      row: '教育',
      column: '项目个数',
      table: 2,
    });
  });
});
