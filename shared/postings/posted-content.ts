// What stood on the wall against what the list says now: content is taken down with personal data hidden, and stays so.
import type { Day } from '../domain/execution.ts';
import type { PostedContent } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { MASK_ALL, type MaskChoice, maskName, maskPhone, maskText } from '../notice/mask.ts';
import { NOTICE_COLUMNS, type NoticeColumn, noticeValue } from '../notice/notice-columns.ts';
import { formatWanFull } from '../values/money.ts';

const COLUMN_BY_KEY: ReadonlyMap<string, NoticeColumn> = new Map(NOTICE_COLUMNS.map((column) => [column.key, column]));

/** What may not change after a posting (SPECS E02): name, place, content, money, its sources, who benefits. */
const COMPARED: ReadonlySet<string> = new Set(['name', 'place', 'content', 'total', 'sources', 'households', 'people']);

/** What is taken down of a notice that was not printed here. */
const USUAL: readonly string[] = [...COMPARED, 'subsidyStandard'];

/** The value of a notice column as it is printed. */
function shownText(column: NoticeColumn, project: Project, reference: ReferenceData, mask: MaskChoice): string {
  const value = noticeValue(column, project, reference, mask);
  if (value === null) return '';
  return typeof value === 'object' ? formatWanFull(value.fen) : String(value);
}

/** Takes down what is posted of projects; `columns` are keys of notice columns, unknown ones are left out. */
export function freezeContent(
  projects: readonly Project[],
  reference: ReferenceData,
  frozenAt: Day,
  { columns = USUAL, mask = MASK_ALL }: { columns?: readonly string[]; mask?: MaskChoice } = {},
): PostedContent {
  const known = columns.flatMap((key) => COLUMN_BY_KEY.get(key) ?? []);
  return {
    columns: known.map(({ key }) => key),
    rows: projects.map((project) => ({
      projectId: project.id,
      cells: known.map((column) => shownText(column, project, reference, mask)),
    })),
    frozenAt,
  };
}

function hidden(column: NoticeColumn, text: string): string {
  if (column.holds === 'name') return maskName(text);
  if (column.holds === 'phone') return maskPhone(text);
  return column.holds === 'text' ? maskText(text) : text;
}

export interface PostedChange {
  key: string;
  label: string;
  before: string;
  after: string;
}

/** Rows are compared anew only where the project or the plan's words changed: an edit costs one project. */
const compared = new WeakMap<
  readonly string[],
  { project: Project; reference: ReferenceData; changes: readonly PostedChange[] }
>();

/** What of a posted project reads otherwise now, whatever of it is hidden. */
export function changesOf(
  posted: Pick<PostedContent, 'columns'>,
  cells: readonly string[],
  project: Project,
  reference: ReferenceData,
): readonly PostedChange[] {
  const known = compared.get(cells);
  if (known?.project === project && known.reference === reference) return known.changes;
  const changes = compareCells(posted, cells, project, reference);
  compared.set(cells, { project, reference, changes });
  return changes;
}

function compareCells(
  { columns }: Pick<PostedContent, 'columns'>,
  cells: readonly string[],
  project: Project,
  reference: ReferenceData,
): PostedChange[] {
  return columns.flatMap((key, index) => {
    const column = COLUMN_BY_KEY.get(key);
    if (!column || !COMPARED.has(key)) return [];
    const before = hidden(column, cells[index] ?? '');
    const after = shownText(column, project, reference, MASK_ALL);
    return before === after ? [] : [{ key, label: column.label, before, after }];
  });
}

const looked = new WeakMap<readonly string[], readonly string[]>();

/** Labels of the columns in which a posted row still shows personal data. */
export function unhiddenColumns(
  { columns }: Pick<PostedContent, 'columns'>,
  cells: readonly string[],
): readonly string[] {
  const known = looked.get(cells);
  if (known) return known;
  const labels = columns.flatMap((key, index) => {
    const column = COLUMN_BY_KEY.get(key);
    const text = cells[index] ?? '';
    return column && hidden(column, text) !== text ? [column.label] : [];
  });
  looked.set(cells, labels);
  return labels;
}

/** The posted text of a column; '' where it was not posted. */
export function postedText({ columns }: Pick<PostedContent, 'columns'>, cells: readonly string[], key: string): string {
  return cells[columns.indexOf(key)] ?? '';
}
