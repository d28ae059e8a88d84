// The values of a project that formulas speak of, by the keys of the vocabulary. A blank is null, never 0.
import { categoryPath } from '#shared/domain/categories.ts';
import type { ValueFieldId } from '#shared/domain/field-table.ts';
import { ownIdOf, ownText } from '#shared/domain/own-columns.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import { cellKey, endYear, type Project, startYear } from '#shared/domain/project.ts';
import { type ReferenceData, topSourceOf } from '#shared/domain/reference.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import { addFen, type Fen } from '#shared/values/money.ts';
import { type Ratio, wholeRatio } from './ratio.ts';
import type { FieldRef } from './syntax.ts';

export interface FieldReader {
  number(project: Project, field: FieldRef): Ratio | null;
  /** '' where it is blank. */
  text(project: Project, field: FieldRef): string;
  isBlank(project: Project, field: FieldRef): boolean;
  /** Whether the project's text is this one; a class also counts as each class above it. */
  isText(project: Project, field: FieldRef, text: string): boolean;
}

export function makeFieldReader(reference: ReferenceData): FieldReader {
  const members = new Map<string, string[]>();
  for (const { id } of reference.fundSources) {
    const top = topSourceOf(reference, id)?.id ?? id;
    members.set(top, [...(members.get(top) ?? []), id]);
  }
  /** A top source holds what stands under it. */
  const sumOf = (record: Record<string, Fen>, keys: readonly string[]): number | null => {
    const parts = keys.flatMap((key) => record[key] ?? []);
    return parts.length === 0 ? null : addFen(...parts);
  };
  const paths = new Map<string | null, { text: string; names: Set<string> }>();
  const pathOf = (id: string | null): { text: string; names: Set<string> } => {
    const known = paths.get(id);
    if (known) return known;
    const path = categoryPath(reference, id);
    const made = {
      text: path.join('›'),
      names: new Set([...path, ...path.map((_, index) => path.slice(0, index + 1).join('›'))]),
    };
    paths.set(id, made);
    return made;
  };
  const whole = (project: Project, key: string): number | null => {
    const { amounts } = project;
    const at = key.indexOf(':');
    const rest = key.slice(at + 1);
    if (at < 0) {
      if (key === 'total') return amounts.total;
      if (key === 'startYear') return startYear(project);
      if (key === 'endYear') return endYear(project);
      if (key === 'duration') {
        const [start, end] = [startYear(project), endYear(project)];
        return start === null || end === null ? null : end - start + 1;
      }
      return project[key as ValueFieldId] as number | null;
    }
    if (key.startsWith('year:')) return amounts.byYear[rest] ?? null;
    if (key.startsWith('source:')) return sumOf(amounts.bySource, members.get(rest) ?? [rest]);
    const [year = '', source = ''] = rest.split('|');
    return sumOf(
      matrixOf(amounts),
      (members.get(source) ?? [source]).map((id) => cellKey(year, id)),
    );
  };
  const reader: FieldReader = {
    number(project, { key }) {
      const value = whole(project, key);
      return value === null || !Number.isInteger(value) ? null : wholeRatio(value);
    },
    text(project, { key }) {
      if (key === 'categoryId') return pathOf(project.categoryId).text;
      if (key === 'topCategory') return pathOf(project.categoryId).text.split('›')[0] ?? '';
      if (key === 'period') return formatPeriod(project.startAt, project.endAt);
      if (key === 'startYear') return String(startYear(project) ?? '');
      const own = ownIdOf(key);
      if (own !== undefined) return ownText(project, own) ?? '';
      return String(project[key as ValueFieldId] ?? '').trim();
    },
    isBlank(project, field) {
      return field.type === 'amount' || field.type === 'number'
        ? whole(project, field.key) === null
        : reader.text(project, field) === '';
    },
    isText(project, field, text) {
      if (field.key === 'categoryId') return pathOf(project.categoryId).names.has(text);
      return reader.text(project, field) === text;
    },
  };
  return reader;
}
