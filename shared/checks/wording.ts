// Making findings: values, difference and the plain sentence — what, where, both values, the difference, what to do.

import type { Project } from '#shared/domain/project.ts';
import { type Fen, subtractFen, wanText } from '#shared/values/money.ts';
import type { Finding, FindingLevel, FindingPart } from './finding.ts';
import type { Addend, Suspect } from './suspects.ts';

/** The table name of findings about the list itself. */
export const PROJECT_TABLE = '项目表';

const ADDENDS_SHOWN = 12;

/** （种植业4363.52＋养殖业1324＋…）; zeros left out, long lists cut short; '' for less than two. */
export function addendsText(addends: readonly Addend[]): string {
  const used = addends.filter(({ fen }) => fen !== 0);
  if (used.length < 2) return '';
  const shown = used.slice(0, ADDENDS_SHOWN).map(({ label, fen }) => `${label}${wanText(fen)}`);
  return `（${shown.join('＋')}${used.length > ADDENDS_SHOWN ? '＋…' : ''}）`;
}

export interface Place {
  table: string;
  row: string;
  column: string;
  projectId?: string;
  categoryId?: string;
  columnKey?: string;
  source?: Finding['source'];
  figure?: Finding['figure'];
  claimId?: string;
}

/** A place in the project list. */
export function projectPlace(project: Project, column: string, columnKey: string): Place {
  return { table: PROJECT_TABLE, row: projectName(project), column, projectId: project.id, columnKey };
}

/** The name that findings call a project by. */
export function projectName(project: Project): string {
  return project.name.trim() === '' ? '（未填名称的项目）' : project.name.trim();
}

/** 项目表“…”: where a sentence begins. */
export function placeText({ table, row }: Pick<Place, 'table' | 'row'>): string {
  return row === '' ? table : `${table}“${row}”行`;
}

interface Comparison {
  rule: string;
  level: FindingLevel;
  place: Place;
  left: Fen;
  right: Fen;
  /** What the right value is: 资金来源合计. */
  rightName: string;
  /** What the right value is made of. */
  addends?: readonly Addend[];
  /** False: the sentence does without them. */
  isListed?: boolean;
  suspect?: string;
  /** The addends that explain the difference. */
  suspectAddends?: readonly Addend[] | undefined;
  advice: string;
}

/** Rule, place and what was compared: stays the same while the figures change. */
function keyOf(rule: string, place: Place, aspect = ''): string {
  const sheet = place.source ? `${place.source.file}:${place.source.row}` : (place.claimId ?? '');
  return [rule, place.table, place.projectId ?? place.row, place.columnKey ?? place.column, sheet, aspect].join('|');
}

/** A finding about two amounts in 万元. */
export function amountFinding(comparison: Comparison): Finding {
  const {
    rule,
    level,
    place,
    left,
    right,
    rightName,
    addends = [],
    isListed = true,
    suspect = '',
    advice,
  } = comparison;
  const difference = wanText(subtractFen(left, right));
  const sentence =
    `${placeText(place)}：${place.column} ${wanText(left)} ≠ ${rightName} ${wanText(right)}，` +
    `差 ${difference} 万元${isListed ? addendsText(addends) : ''}。`;
  return {
    key: keyOf(rule, place, rightName),
    rule,
    level,
    ...placeFields(place),
    left: wanText(left),
    right: wanText(right),
    difference,
    rightName,
    suspect,
    message: `${sentence}${suspect === '' ? '' : `${suspect}。`}${level === 'rounding' ? '差额在四舍五入范围内，属尾差。' : advice}`,
    ...(addends.length === 0
      ? {}
      : {
          parts: addends.map((addend) => ({
            label: addend.label,
            value: wanText(addend.fen),
            ...(comparison.suspectAddends?.includes(addend) ? { isSuspect: true as const } : {}),
          })),
        }),
  };
}

/** A finding about two counts. */
export function countFinding(
  comparison: Omit<Comparison, 'left' | 'right' | 'addends' | 'isListed' | 'suspectAddends'> & CountPair,
): Finding {
  const { rule, level, place, left, right, rightName, parts = [], suspect = '', advice } = comparison;
  const hint = suspect === '' ? '' : `${suspect}。`;
  return {
    key: keyOf(rule, place, rightName),
    rule,
    level,
    ...placeFields(place),
    left: String(left),
    right: String(right),
    difference: String(left - right),
    rightName,
    suspect,
    message: `${placeText(place)}：${place.column} ${left} ≠ ${rightName} ${right}，差 ${left - right} 个。${hint}${advice}`,
    ...(parts.length === 0 ? {} : { parts }),
  };
}

interface CountPair {
  left: number;
  right: number;
  /** What the right count is made of. */
  parts?: readonly FindingPart[];
}

interface PlainValues {
  left?: string;
  right?: string;
  difference?: string;
  rightName?: string;
  suspect?: string;
  /** Tells findings of one rule at one place apart. */
  aspect?: string;
  /** What the right value is made of. */
  parts?: readonly FindingPart[];
}

/** A finding in words, without two values to compare. */
export function plainFinding(
  rule: string,
  level: FindingLevel,
  place: Place,
  message: string,
  values: PlainValues = {},
): Finding {
  return {
    key: keyOf(rule, place, values.aspect),
    rule,
    level,
    ...placeFields(place),
    left: values.left ?? '',
    right: values.right ?? '',
    difference: values.difference ?? '',
    suspect: values.suspect ?? '',
    message,
    ...(values.rightName === undefined ? {} : { rightName: values.rightName }),
    ...(values.parts && values.parts.length > 0 ? { parts: values.parts } : {}),
  };
}

function placeFields(
  place: Place,
): Pick<
  Finding,
  'table' | 'row' | 'column' | 'projectId' | 'categoryId' | 'columnKey' | 'source' | 'figure' | 'claimId'
> {
  const { table, row, column, projectId, categoryId, columnKey, source, figure, claimId } = place;
  return {
    table,
    row,
    column,
    ...(projectId === undefined ? {} : { projectId }),
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(columnKey === undefined ? {} : { columnKey }),
    ...(source === undefined ? {} : { source }),
    ...(figure === undefined ? {} : { figure }),
    ...(claimId === undefined ? {} : { claimId }),
  };
}

/** The hint as a finding of its own rule, so that it can be explained separately. */
export function hintFinding(finding: Finding, suspect: Suspect): Finding {
  const { table, row, column } = finding;
  return {
    ...finding,
    key: `${suspect.rule}|${finding.key}`,
    rule: suspect.rule,
    level: 'warning',
    suspect: suspect.text,
    message: `${table}“${row}”行：${column} 相差 ${finding.difference} 万元，${suspect.text}。请核对。`,
  };
}
