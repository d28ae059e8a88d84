// The columns of a plan: the field table with fund sources and years spread out.
import { FIELDS, type Field, type FieldId, type FieldKind } from './field-table.ts';
import { isOutsideYear, type OutsideYear, yearLabel } from './outside-years.ts';
import { ownKey } from './own-columns.ts';
import { type PlanInfo, planYears, type ReferenceData, topSources } from './reference.ts';

export {
  FIELDS,
  type Field,
  type FieldId,
  type FieldKind,
  isAmountField,
  NATURES,
  type ValueFieldId,
} from './field-table.ts';

/** The field of an id; every id of the type has one. */
export function fieldOf(id: FieldId): Field {
  const field = FIELDS.find((candidate) => candidate.id === id);
  if (!field) throw new Error(`unknown field ${id}`);
  return field;
}

/** A column of the project list: a field, or one fund source or year of it. */
export interface Column {
  /** 'name', 'total', 'source:fiscal', 'year:2021': names the column in edits, findings and provenance. */
  key: string;
  field: Field;
  label: string;
  group?: string;
  kind: FieldKind;
  width: number;
  /** Set on a column of 资金来源. */
  source?: string;
  /** Set on a column of 分年度投资, those of 期前 and 期后 among them. */
  year?: number | OutsideYear;
  /** Set on an own column: its id. */
  own?: string;
  /** An own column that the annex leaves out. */
  unprinted?: true;
  /** Shown only where the list uses it (usedKeys). */
  whenUsed?: true;
}

/** All columns of a plan in the order of the field table, fund sources and years spread out. */
export function columnsOf(
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
  reference: Pick<ReferenceData, 'fundSources' | 'ownColumns'>,
): Column[] {
  return FIELDS.flatMap((field): Column[] => {
    const { kind, width, group, whenUsed } = field;
    const base = { field, kind, width, ...(group ? { group } : {}), ...(whenUsed ? { whenUsed } : {}) };
    if (field.id === 'source') {
      return topSources(reference).map((source) => ({
        ...base,
        key: `source:${source.id}`,
        label: source.name,
        source: source.id,
        ...(source.shown === 'always' ? {} : { whenUsed: true as const }),
      }));
    }
    if (field.id === 'year') {
      return planYears(plan).map((year) => ({ ...base, key: `year:${year}`, label: yearLabel(year), year }));
    }
    if (field.id === 'own') {
      return reference.ownColumns.map(({ id, name, printed }) => ({
        ...base,
        key: ownKey(id),
        label: name,
        own: id,
        ...(printed ? {} : { unprinted: true as const }),
      }));
    }
    if (isOutsideYear(field.id)) return [{ ...base, key: `year:${field.id}`, label: field.label, year: field.id }];
    return [{ ...base, key: field.id, label: field.label }];
  });
}

/**
 * The columns of the annex layout (附表), in printed order; 序号 stands before them and is not stored. Those outside the
 * period stand there where they are `used` (usedKeys).
 */
export function annexColumns(
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
  reference: Pick<ReferenceData, 'fundSources' | 'ownColumns'>,
  used: ReadonlySet<string>,
): Column[] {
  return usedColumns(columnsOf(plan, reference), used).filter((column) => column.field.annex && !column.unprinted);
}

/** Columns without those that a plan shows only where they are used, and does not use. */
export function usedColumns(columns: readonly Column[], used: ReadonlySet<string>): Column[] {
  return columns.filter(({ key, whenUsed }) => !whenUsed || used.has(key));
}
