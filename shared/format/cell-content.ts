// What one column of the project list holds of one project, before it becomes a cell, a <td> or a line of text.

import { categoryPath } from '../domain/categories.ts';
import type { Column, ValueFieldId } from '../domain/fields.ts';
import { ownText } from '../domain/own-columns.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import { type ReferenceData, topSourceOf } from '../domain/reference.ts';
import { addFen, type Fen } from '../values/money.ts';

export type CellContent =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  | { kind: 'integer'; value: number }
  | { kind: 'amount'; fen: Fen };

export type ContentReader = (project: Project, column: Column) => CellContent;

const BLANK: CellContent = { kind: 'blank' };

function text(value: string | null): CellContent {
  return value === null || value === '' ? BLANK : { kind: 'text', text: value };
}

function amount(fen: Fen | null | undefined): CellContent {
  return fen === null || fen === undefined ? BLANK : { kind: 'amount', fen };
}

/**
 * Makes the reader for one plan. A blank stays blank and a declared zero stays 0. The column of a top-level fund
 * source holds what its own and its children's entries add up to, so that 中央 + 省级 stand under 财政衔接资金.
 */
export function makeContentReader(reference: Pick<ReferenceData, 'fundSources' | 'categories'>): ContentReader {
  const members = new Map<string, string[]>();
  for (const { id } of reference.fundSources) {
    const top = topSourceOf(reference, id)?.id ?? id;
    members.set(top, [...(members.get(top) ?? []), id]);
  }
  const sourceAmount = (project: Project, source: string): CellContent => {
    const parts = (members.get(source) ?? [source]).flatMap((id) => project.amounts.bySource[id] ?? []);
    return parts.length === 0 ? BLANK : amount(addFen(...parts));
  };
  return (project, column) => {
    if (column.source !== undefined) return sourceAmount(project, column.source);
    if (column.year !== undefined) return amount(project.amounts.byYear[column.year]);
    if (column.own !== undefined) return text(ownText(project, column.own));
    const id = column.field.id;
    if (id === 'total') return amount(project.amounts.total);
    if (id === 'period') return text(formatPeriod(project.startAt, project.endAt));
    if (id === 'categoryId') return text(categoryPath(reference, project.categoryId).join(' › '));
    const value = project[id as ValueFieldId];
    return typeof value === 'number' ? { kind: 'integer', value } : text(value);
  };
}
