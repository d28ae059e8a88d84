// What is typed of one item of a proposal, and the call that it becomes: only cells that differ travel.
import type { MethodInput } from '#shared/contract/methods.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import type { Project } from '#shared/domain/project.ts';
import { wanText } from '#shared/values/money.ts';

export const PART_FIELDS = [
  { column: 'name', label: '项目名称', isWide: true },
  { column: 'town', label: '乡镇', isWide: false },
  { column: 'village', label: '村', isWide: false },
  { column: 'period', label: '建设年限', isWide: false },
  { column: 'total', label: '总投资（万元）', isWide: false },
  { column: 'content', label: '建设内容及规模', isWide: true },
] as const;

export type PartForm = Readonly<Record<(typeof PART_FIELDS)[number]['column'], string>>;

export interface ItemForm {
  how: 'edit' | 'split' | 'drop' | 'merge' | 'add';
  before: readonly Project[];
  parts: readonly PartForm[];
}

function formOf({ name, town, village, startAt, endAt, content, amounts }: Project): PartForm {
  return {
    name,
    town: town ?? '',
    village: village ?? '',
    period: formatPeriod(startAt, endAt),
    total: amounts.total === null ? '' : wanText(amounts.total),
    content: content ?? '',
  };
}

/** A project as it is, to be changed. */
export function startOf(project: Project): ItemForm {
  return { how: 'edit', before: [project], parts: [formOf(project)] };
}

/** A new project, of a split or merged one in its place and years. */
export function blankPart(whole?: Project): PartForm {
  const blank = { name: '', town: '', village: '', period: '', total: '', content: '' };
  return whole ? { ...formOf(whole), name: '', total: '', content: '' } : blank;
}

export function itemDraft({ how, before, parts }: ItemForm): MethodInput<'orders.propose'>['items'][number] {
  const [first] = before;
  const ids = before.map(({ id }) => id);
  if (how === 'drop') return { before: ids, after: [] };
  const stays = how === 'edit' ? first : undefined;
  const known = stays ? formOf(stays) : null;
  return {
    before: ids,
    after: parts.map((part) => ({
      id: stays?.id ?? null,
      cells: PART_FIELDS.flatMap(({ column }) =>
        known === null
          ? part[column] === ''
            ? []
            : [{ column, text: part[column] }]
          : part[column] === known[column]
            ? []
            : [{ column, text: part[column] }],
      ),
    })),
  };
}
