// T18: fixed phrases that are often mistyped, in the list and in printed tables.
import type { Project } from '#shared/domain/project.ts';
import { CELL_TEXT_LIMIT } from '#shared/values/cell-limit.ts';
import { findForbidden } from '#shared/values/xml-text.ts';
import type { PublishedNode, PublishedTable } from '../domain/published-table.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import { INITIAL_SETTINGS, type RuleSettings, type WordsSetting } from './rule-settings.ts';
import { type Place, placeText, plainFinding, projectPlace } from './wording.ts';

/** Each word is 错写→正写. Only such as are part of no right word. The first four were printed in issued plans. */
const TYPOS = {
  id: 'words',
  kind: 'words',
  label: '错写→正写',
  initial: [
    '脱贫拓展脱贫→巩固拓展脱贫',
    '有效斜街→有效衔接',
    '指示属性→指标属性',
    '残疾人等活服务→残疾人等生活服务',
    '异地扶贫搬迁→易地扶贫搬迁',
    '异地搬迁→易地搬迁',
    '乡村振新→乡村振兴',
    '脱贫功坚→脱贫攻坚',
    '衔结资金→衔接资金',
    '有效衔结→有效衔接',
    '基础设旋→基础设施',
    '人居环镜→人居环境',
    '公益行岗位→公益性岗位',
    '小额信货→小额信贷',
    '饮水安全巩故→饮水安全巩固',
  ],
} as const satisfies WordsSetting;

interface Typo {
  wrong: string;
  right: string;
}

const parsed = new WeakMap<readonly string[], { typos: readonly Typo[]; any: RegExp }>();

function typosOf(settings: RuleSettings): { typos: readonly Typo[]; any: RegExp } {
  const words = settings.of('T18', TYPOS);
  let known = parsed.get(words);
  if (!known) {
    const typos = words.flatMap((word): Typo[] => {
      const [wrong = '', right = ''] = word.split('→', 2).map((part) => part.trim());
      return wrong === '' || right === '' ? [] : [{ wrong, right }];
    });
    const escaped = typos.map(({ wrong }) => wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    known = { typos, any: new RegExp(escaped.join('|') || '(?!)') };
    parsed.set(words, known);
  }
  return known;
}

/** Mistyped phrases of one text at one place. */
export function checkWording(text: string, place: Place, settings: RuleSettings = INITIAL_SETTINGS): Finding[] {
  const { typos, any } = typosOf(settings);
  if (!any.test(text)) return [];
  return typos
    .filter(({ wrong }) => text.includes(wrong))
    .map(({ wrong, right }) => {
      const message = `${placeText(place)}：${place.column}写作“${wrong}”，应为“${right}”。请改正。`;
      return plainFinding('T18', 'warning', place, message, { left: wrong, right, aspect: wrong });
    });
}

const TEXT_FIELDS = [
  ['name', '项目名称'],
  ['content', '建设内容及规模'],
  ['unit', '责任单位'],
  ['goal', '绩效目标'],
  ['note', '备注'],
] as const;

function checkProjectWording(project: Project, { settings }: ProjectContext): Finding[] {
  return TEXT_FIELDS.flatMap(([id, label]) => {
    const text = project[id];
    if (text === null) return [];
    const place = projectPlace(project, label, id);
    return [...checkWording(text, place, settings), ...checkWritable(text, place)];
  });
}

/** What no Word document and no spreadsheet can hold: it is left out there, and a text too long for a cell is cut. */
function checkWritable(text: string, place: Place): Finding[] {
  const findings: Finding[] = [];
  const at = findForbidden(text);
  if (at >= 0) {
    const behind = at === 0 ? '开头' : `“${text.slice(Math.max(0, at - 8), at)}”后面（第 ${at + 1} 个字符）`;
    const message = `${placeText(place)}：${place.column}的${behind}有看不见的控制字符，打印和导出 Word、Excel 时不带出。请删去重新录入这几个字。`;
    findings.push(plainFinding('T18', 'warning', place, message, { left: '控制字符', aspect: 'control' }));
  }
  if (text.length > CELL_TEXT_LIMIT) {
    const count = text.length.toLocaleString('en-US');
    const most = CELL_TEXT_LIMIT.toLocaleString('en-US');
    const message = `${placeText(place)}：${place.column}有 ${count} 字，超过 Excel 一格的上限 ${most} 字，导出 Excel 时后面的略去。请改短。`;
    findings.push(
      plainFinding('T18', 'warning', place, message, { left: `${count} 字`, right: `${most} 字`, aspect: 'length' }),
    );
  }
  return findings;
}

/** Titles, headings and column headers of a printed table. */
export function checkTableWording(table: PublishedTable, settings: RuleSettings): Finding[] {
  const at = (row: string, column: string, text: string): Finding[] =>
    checkWording(text, { table: table.id, row, column }, settings);
  const ofNodes = (nodes: readonly PublishedNode[], id: string): Finding[] =>
    nodes.flatMap((node) => {
      const own = node.table ?? id;
      return [
        ...checkWording(node.name, { table: own, row: node.name, column: '名称' }, settings),
        ...ofNodes(node.children, own),
      ];
    });
  const inWords = [
    ...(table.title === undefined ? [] : at('', '表题', table.title)),
    ...(table.sentences ?? []).flatMap(({ place, text }) => at('', `${place}正文`, text)),
  ];
  if (table.kind === 'tree') return [...inWords, ...ofNodes(table.nodes, table.id)];
  const headers = table.kind === 'grid' ? table.columns.map(({ label }) => label) : (table.headers ?? []);
  return [...inWords, ...headers.flatMap((header) => at('表头', header, header))];
}

export const TYPO_RULE: ProjectRule = {
  id: 'T18',
  level: 'warning',
  scope: 'project',
  title: '固定用语没有错字',
  help: '项目名称、建设内容、责任单位和印发的表题、表头、行名里常见的错写，如“有效斜街”“异地扶贫搬迁”。词表可以增减，每条写作“错写→正写”。正文里期满写成“中期评估”、“三级书记”与“五级书记”并用的也列出，两处都写明。看不见的控制字符、超过 Excel 一格上限的文字也列出。',
  settings: [TYPOS],
  examples: {
    passes: { text: '易地扶贫搬迁后续产业配套道路。', projects: [{ name: '易地扶贫搬迁后续产业配套道路' }] },
    fails: { text: '“异地扶贫搬迁”应写作“易地扶贫搬迁”。', projects: [{ name: '异地扶贫搬迁后续产业配套道路' }] },
  },
  check: checkProjectWording,
};
