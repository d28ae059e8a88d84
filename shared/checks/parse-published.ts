// Reads a published table from JSON by its shape: a tree of headings, rows with named columns, a crosstab of classes
// and counties, or indicators. Any other shape is refused with a Chinese sentence; nothing is guessed.

import type {
  PublishedColumn,
  PublishedGrid,
  PublishedNode,
  PublishedSentence,
  PublishedTable,
  PublishedText,
  PublishedTree,
} from '../domain/published-table.ts';
import { amountFigure, countFigure, type PublishedFigure } from '../domain/published-table.ts';
import { parseIndicators } from './parse-indicators.ts';
import { isRecord, type Json, refuse } from './published-json.ts';

/** A figure as text or number; null for an empty cell. Throws where it is neither. */
function readFigure(
  name: string,
  where: string,
  value: unknown,
  kind: 'count' | 'amount' | 'share',
): PublishedFigure | null {
  if (value === null || value === undefined || value === '') return null;
  const raw = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  const text = typeof raw === 'string' && kind === 'share' ? raw.replace(/[%％]$/, '') : raw;
  const figure = typeof text === 'string' ? (kind === 'count' ? countFigure(text) : amountFigure(text)) : undefined;
  if (!figure) throw refuse(name, `${where}的“${String(value)}”不是数字`);
  return figure;
}

/** 总投资_chapter5 -> 第五章's 总投资. */
function readTexts(name: string, where: string, value: unknown): PublishedText[] {
  if (value === undefined) return [];
  if (!isRecord(value)) throw refuse(name, `${where}的 text 应为“名称：数字”的对应表`);
  return Object.entries(value).flatMap(([key, raw]): PublishedText[] => {
    const [label = '', place = ''] = key.split('_', 2);
    const kind = label.includes('个数') ? 'count' : 'amount';
    const figure = readFigure(name, `${where}的正文“${label}”`, raw, kind);
    return figure ? [{ place: chapterName(place), label, kind, figure }] : [];
  });
}

function chapterName(place: string): string {
  const number = /^chapter(\d)$/.exec(place)?.[1];
  return number === undefined ? place : `第${'零一二三四五六七八九'[Number(number)] ?? number}章`;
}

function readPair(name: string, where: string, value: unknown) {
  if (!Array.isArray(value) || value.length < 2) throw refuse(name, `${where}应为 [项目个数, 总投资]`);
  return {
    count: readFigure(name, `${where}项目个数`, value[0], 'count'),
    total: readFigure(name, `${where}总投资`, value[1], 'amount'),
  };
}

function readNode(name: string, value: unknown): PublishedNode {
  if (!isRecord(value) || typeof value.name !== 'string') throw refuse(name, '标题树里有一项没有名称（name）');
  const where = `“${value.name}”`;
  const children = value.children ?? [];
  if (!Array.isArray(children)) throw refuse(name, `${where}的下属各行（children）应为列表`);
  return {
    ordinal: typeof value.ord === 'string' ? value.ord : '',
    name: value.name,
    table: typeof value.table === 'string' ? value.table : null,
    ...readPair(name, where, value.printed),
    texts: readTexts(name, where, value.text),
    children: children.map((child) => readNode(name, child)),
  };
}

function readTree(name: string, id: string, json: Json, tree: readonly unknown[]): PublishedTree {
  const total = json.printed_total;
  return {
    kind: 'tree',
    document: name,
    id: id.replace(/-\d+$/, ''),
    nodes: tree.map((node) => readNode(name, node)),
    ...(total === undefined ? { count: null, total: null } : readPair(name, '合计', total)),
  };
}

const TOTAL_LABEL = /^(合计|总计|总合计|\d{4}\s*[-—–～~至]\s*\d{4}年?)$/;
const YEAR_LABEL = /^\d{4}(\s*[-—–～~至]\s*\d{4})?年?$/;

function columnRole(label: string): PublishedColumn['role'] {
  if (/占比|比重|比例|%|％/.test(label)) return 'share';
  if (/个数|个）|（个/.test(label)) return 'count';
  return /^(总投资|合计|总计|投资合计|总额)/.test(label) ? 'total' : 'part';
}

function figureKind(role: PublishedColumn['role']): 'count' | 'amount' | 'share' {
  return role === 'count' || role === 'share' ? role : 'amount';
}

/** 2021 -> 2021年, as the print and our own table name it. */
function rowLabel(label: string): string {
  return YEAR_LABEL.test(label) && !label.endsWith('年') ? `${label}年` : label;
}

function readRows(name: string, id: string, json: Json, rows: Json, columnNames: readonly unknown[]): PublishedGrid {
  const columns = columnNames.map((label) => {
    if (typeof label !== 'string') throw refuse(name, '列名（columns）应为文字');
    return { label, role: columnRole(label) };
  });
  if (!columns.some(({ role }) => role === 'total')) throw refuse(name, '没有总投资（合计）列');
  const readRow = (label: string, values: unknown) => {
    if (!Array.isArray(values) || values.length !== columns.length) {
      throw refuse(name, `“${label}”行应有 ${columns.length} 个数，与列名一一对应`);
    }
    const figures = columns.map((column, index) =>
      readFigure(name, `“${label}”行“${column.label}”`, values[index], figureKind(column.role)),
    );
    return { label: rowLabel(label), figures };
  };
  const all = Object.entries(rows).map(([label, values]) => ({ label, row: readRow(label, values) }));
  const total = all.find(({ label }) => TOTAL_LABEL.test(label))?.row;
  const ordinary = all.filter(({ label }) => !TOTAL_LABEL.test(label)).map(({ row }) => row);
  return {
    kind: 'grid',
    document: name,
    id,
    rowKind: ordinary.every(({ label }) => YEAR_LABEL.test(label)) ? 'year' : 'region',
    partKind: 'source',
    columns,
    rows: ordinary,
    totalRow: json.printed_total === undefined ? (total ?? null) : readRow('总计', json.printed_total),
    texts: readTexts(name, '', json.text),
  };
}

function readCrosstab(name: string, id: string, json: Json, rows: readonly unknown[], counties: readonly unknown[]) {
  const labels = counties.map(String);
  const readAmounts = (label: string, total: unknown, values: unknown) => {
    if (!Array.isArray(values) || values.length !== labels.length) {
      throw refuse(name, `“${label}”行应有 ${labels.length} 个县的数`);
    }
    const figures = [total, ...values].map((value, index) =>
      readFigure(name, `“${label}”行“${['总计', ...labels][index] ?? ''}”`, value, 'amount'),
    );
    return { label, figures };
  };
  const grid: PublishedGrid = {
    kind: 'grid',
    document: name,
    id,
    rowKind: 'category',
    partKind: 'region',
    columns: [{ label: '总计', role: 'total' }, ...labels.map((label) => ({ label, role: 'part' as const }))],
    rows: rows.map((row) => {
      if (!isRecord(row) || typeof row.category !== 'string') throw refuse(name, '有一行没有类别（category）');
      return readAmounts(row.category, row.printed_total, row.by_county);
    }),
    totalRow:
      json.printed_county_totals === undefined
        ? null
        : readAmounts('分县总投资', json.printed_grand_total, json.printed_county_totals),
    texts: [],
  };
  return grid;
}

/**
 * Reads one published table. `name` is the file's name, for messages and where the JSON names no table.
 * Throws AppError 'unsupported-file' for a shape or a figure that cannot be read.
 */
export function parsePublished(json: unknown, name: string): PublishedTable {
  if (!isRecord(json)) throw refuse(name, '最外层应为一个对象');
  if (json.unit !== undefined && json.unit !== '万元') {
    throw refuse(name, `单位是“${String(json.unit)}”，只能读取以万元为单位的表`);
  }
  const source = typeof json.source === 'string' ? json.source : '';
  const id = /表\s?\d+(-\d+)?/.exec(source)?.[0]?.replaceAll(/\s/g, '') ?? name.replace(/\.json$/i, '');
  return {
    ...readBody(name, id, json),
    ...(typeof json.title === 'string' ? { title: json.title } : {}),
    ...(json.sentences === undefined ? {} : { sentences: readSentences(name, json.sentences) }),
  };
}

function readBody(name: string, id: string, json: Json): PublishedTable {
  const { tree, rows, columns, counties, groups } = json;
  if (Array.isArray(tree)) return readTree(name, id, json, tree);
  if (Array.isArray(groups)) return parseIndicators(name, id, json, groups);
  if (isRecord(rows) && Array.isArray(columns)) return readRows(name, id, json, rows, columns);
  if (Array.isArray(rows) && Array.isArray(counties)) return readCrosstab(name, id, json, rows, counties);
  throw refuse(name, '没有认出表的结构');
}

function readSentences(name: string, value: unknown): PublishedSentence[] {
  if (!Array.isArray(value)) throw refuse(name, '正文（sentences）应为列表');
  return value.map((entry): PublishedSentence => {
    if (!isRecord(entry) || typeof entry.text !== 'string')
      throw refuse(name, '正文（sentences）里有一句没有文字（text）');
    return {
      place: typeof entry.place === 'string' ? entry.place : '',
      text: entry.text,
      ...(typeof entry.about === 'string' ? { about: entry.about } : {}),
    };
  });
}
