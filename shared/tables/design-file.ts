// Table designs as a file that goes from workbook to workbook (汇总表表样, JSON): a city hands its counties the tables
// that it wants to see.
import { z } from 'zod';
import { compareLists } from '../compare/lists.ts';
import { type TableDesign, tableDesign } from '../records/table-design.ts';

const KIND = 'xianjie-tables';
const VERSION = 1;
const MOST_TABLES = 500;

const head = z.object({ kind: z.literal(KIND), version: z.number().int() });
const body = z.object({
  tables: z
    .array(z.object({ id: z.string().min(1).max(100), design: z.unknown() }))
    .min(1)
    .max(MOST_TABLES),
});

export interface NamedDesign {
  /** Id of its record: the same table keeps it in every workbook. */
  id: string;
  design: TableDesign;
}

/** The text of a file with these designs. */
export function writeDesignFile(designs: ReadonlyMap<string, TableDesign>): string {
  const tables = [...designs].map(([id, design]): NamedDesign => ({ id, design }));
  return `${JSON.stringify({ kind: KIND, version: VERSION, tables }, null, 2)}\n`;
}

/** The designs of a file, or the sentence why it is none. `name` is the file's name. */
export function readDesignFile(text: string, name: string): { designs: NamedDesign[] } | { refused: string } {
  const refuse = (why: string) => ({ refused: `没有装入“${name}”：${why}` });
  const how = '请选择用“导出表样”写出的文件。';
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse(`不是汇总表表样文件，内容不是 JSON。${how}`);
  }
  const parsedHead = head.safeParse(json);
  if (!parsedHead.success) return refuse(`不是汇总表表样文件。${how}`);
  if (parsedHead.data.version > VERSION)
    return refuse(`是更新版本的程序写的（格式 ${parsedHead.data.version}），请先升级本程序。`);
  const parsedBody = body.safeParse(json);
  if (!parsedBody.success) return refuse(`文件里没有表样，或者超过 ${MOST_TABLES} 张。`);
  const designs: NamedDesign[] = [];
  for (const [index, { id, design }] of parsedBody.data.tables.entries()) {
    const parsed = tableDesign.safeParse(design);
    if (!parsed.success) {
      const reason = parsed.error.issues[0]?.message ?? '';
      const why = /\p{Script=Han}/u.test(reason) ? reason : '缺少内容或填写不对';
      return refuse(`第 ${index + 1} 张表的表样有误（${why}）。请改正文件后再装入。`);
    }
    designs.push({ id, design: parsed.data });
  }
  return { designs };
}

export interface DesignImport {
  added: NamedDesign[];
  /** Those that were there with another design. */
  changed: NamedDesign[];
  /** Those that were there just so. */
  known: number;
}

/** What taking the designs of a file in comes to. */
export function planDesignImport(
  kept: ReadonlyMap<string, TableDesign>,
  designs: readonly NamedDesign[],
): DesignImport {
  const before = [...kept].map(([id, design]): NamedDesign => ({ id, design: tableDesign.parse(design) }));
  const { added, changed, unchanged } = compareLists(before, designs, ({ id }) => id);
  return { added, changed: changed.map(({ after }) => after), known: unchanged };
}
