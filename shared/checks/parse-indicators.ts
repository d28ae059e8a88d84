// Reads a published table of indicators (表1) from JSON: groups of rows
// [序号, 指标, 单位, base year, target year, 指标属性]. Values stay texts.
import type { Indicator } from '#shared/domain/reference.ts';
import type { PublishedIndicators } from '../domain/published-table.ts';
import { isRecord, type Json, refuse } from './published-json.ts';

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Years that the two value columns are headed with: 2020年, 2025年. */
function yearsOf(json: Json): { base: string; target: string } {
  const columns = Array.isArray(json.columns) ? json.columns.map(String) : [];
  const [base = '', target = ''] = columns.flatMap((label) => /^\d{4}(?=年?$)/.exec(label)?.[0] ?? []);
  return { base, target };
}

export function parseIndicators(name: string, id: string, json: Json, groups: readonly unknown[]): PublishedIndicators {
  const { base, target } = yearsOf(json);
  const indicators = groups.flatMap((group): Indicator[] => {
    if (!isRecord(group) || !Array.isArray(group.rows)) throw refuse(name, '指标分组应有名称（name）和行（rows）');
    return group.rows.map((row): Indicator => {
      if (!Array.isArray(row) || row.length !== 6 || !Number.isInteger(row[0])) {
        throw refuse(name, '指标行应为 [序号, 指标, 单位, 基期值, 目标值, 属性]');
      }
      const attribute = text(row[5]);
      if (attribute !== '约束性' && attribute !== '预期性') {
        throw refuse(name, `第 ${row[0]} 个指标的属性“${attribute ?? ''}”应为约束性或预期性`);
      }
      const baseValue = text(row[3]);
      return {
        number: Number(row[0]),
        group: text(group.name) ?? '',
        name: text(row[1]) ?? '',
        unit: text(row[2]),
        baseYear: baseValue === null ? null : base,
        baseValue,
        targetYear: target,
        targetValue: text(row[4]),
        attribute,
      };
    });
  });
  const headers = Array.isArray(json.columns) ? json.columns.map(String) : [];
  return { kind: 'indicators', document: name, id, indicators, headers };
}
