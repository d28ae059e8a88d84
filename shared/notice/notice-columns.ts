// The columns of a notice (handbook 3.10): what everybody may know of a project, personal data hidden.
import { categoryPath } from '../domain/categories.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import { type ReferenceData, topSourceOf, topSources } from '../domain/reference.ts';
import { type Fen, formatWanFull } from '../values/money.ts';
import { type MaskChoice, maskName, maskPhone, maskText } from './mask.ts';

export interface NoticeColumn {
  key: string;
  label: string;
  /** Width in characters. */
  width: number;
  /** Has to be in a notice; told where no project has it. */
  isUsual: boolean;
  value: (project: Project, reference: ReferenceData) => string | number | { fen: Fen } | null;
  /** name, phone: the whole value is one; text: it may hold some. */
  holds?: 'name' | 'phone' | 'text';
}

export const NOTICE_COLUMNS: readonly NoticeColumn[] = [
  { key: 'name', label: '项目名称', width: 30, isUsual: true, holds: 'text', value: ({ name }) => name },
  {
    ...{ key: 'category', label: '项目类别', width: 16, isUsual: false },
    value: ({ categoryId }, reference) => categoryPath(reference, categoryId).join('—'),
  },
  { key: 'nature', label: '建设性质', width: 8, isUsual: false, value: ({ nature }) => nature },
  {
    ...{ key: 'place', label: '实施地点', width: 16, isUsual: true },
    value: ({ town, village }) => [town, village].filter((part) => part !== null).join(''),
  },
  {
    ...{ key: 'implementer', label: '实施单位', width: 14, isUsual: true, holds: 'text' },
    value: ({ implementer, unit }) => implementer ?? unit,
  },
  { key: 'person', label: '责任人', width: 8, isUsual: true, holds: 'name', value: ({ person }) => person },
  { key: 'phone', label: '联系电话', width: 12, isUsual: false, holds: 'phone', value: ({ phone }) => phone },
  {
    ...{ key: 'period', label: '实施期限', width: 10, isUsual: true },
    value: ({ startAt, endAt }) => formatPeriod(startAt, endAt),
  },
  { key: 'content', label: '建设内容及规模', width: 40, isUsual: true, holds: 'text', value: ({ content }) => content },
  {
    ...{ key: 'subsidyStandard', label: '补助标准', width: 12, isUsual: true, holds: 'text' },
    value: ({ subsidyStandard }) => subsidyStandard,
  },
  {
    ...{ key: 'total', label: '资金规模（万元）', width: 12, isUsual: true },
    value: ({ amounts }) => (amounts.total === null ? null : { fen: amounts.total }),
  },
  { key: 'sources', label: '资金来源', width: 20, isUsual: true, value: sourceWords },
  {
    key: 'documentNumber',
    label: '资金文号',
    width: 16,
    isUsual: false,
    value: ({ documentNumber }) => documentNumber,
  },
  { key: 'households', label: '受益户数', width: 7, isUsual: false, value: ({ households }) => households },
  { key: 'people', label: '受益人数', width: 7, isUsual: false, value: ({ people }) => people },
  { key: 'goal', label: '绩效目标', width: 24, isUsual: true, holds: 'text', value: ({ goal }) => goal },
  { key: 'linkage', label: '联农带农机制', width: 16, isUsual: true, holds: 'text', value: ({ linkage }) => linkage },
  { key: 'note', label: '备注', width: 12, isUsual: false, holds: 'text', value: ({ note }) => note },
];

/** '财政衔接资金28.00、县级自筹资金7.41'; the name alone where one source pays all. */
function sourceWords({ amounts }: Project, reference: ReferenceData): string | null {
  const parts = topSources(reference).flatMap(({ id, name }) => {
    const fen = Object.entries(amounts.bySource).reduce(
      (sum, [source, own]) => ((topSourceOf(reference, source)?.id ?? source) === id ? sum + own : sum),
      0,
    ) as Fen;
    return fen === 0 ? [] : [{ name, fen }];
  });
  if (parts.length === 0) return null;
  const [only] = parts;
  if (parts.length === 1 && only?.fen === amounts.total) return only.name;
  return parts.map(({ name, fen }) => `${name}${formatWanFull(fen)}`).join('、');
}

/** What a column shows of a project, with personal data hidden as chosen. */
export function noticeValue(
  column: NoticeColumn,
  project: Project,
  reference: ReferenceData,
  mask: MaskChoice,
): ReturnType<NoticeColumn['value']> {
  const value = column.value(project, reference);
  if (typeof value !== 'string') return value;
  if (column.holds === 'name') return mask.names ? maskName(value) : value;
  if (column.holds === 'phone') return mask.phones ? maskPhone(value) : value;
  return column.holds === 'text' ? maskText(value, mask) : value;
}
