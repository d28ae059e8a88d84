// The sheet 指标 read into the indicators of 表1, in the order of its rows.
import { isSame } from '../../compare/fact.ts';
import { detailsOf } from '../../records/indicator.ts';
import type { IndicatorDraft } from '../../tables/indicator-changes.ts';
import { indicatorFault } from '../../tables/indicator-fault.ts';
import type { PlanIndicator } from '../../tables/indicators.ts';
import { freeId } from '../ids.ts';
import type { SheetFault, SheetLine } from './frame-sheet.ts';
import { SHEET_NAMES } from './write-frame-sheets.ts';

export function readIndicators(
  lines: readonly SheetLine[],
  before: readonly PlanIndicator[],
  faults: SheetFault[],
): IndicatorDraft[] {
  const sheet = SHEET_NAMES.indicators;
  const known = new Map(before.map((one) => [one.id, one]));
  const taken = new Set(known.keys());
  const used = new Set<string>();
  let last = 0;
  return lines.flatMap(({ row, cells }): IndicatorDraft[] => {
    const text = (label: string): string => cells[label] ?? '';
    const code = text('代码');
    if (code !== '' && used.has(code)) {
      faults.push({ sheet, row, message: `代码“${code}”有两行。代码不能重复，新增的行请留空。` });
      return [];
    }
    const id = code === '' ? freeId('own-', taken) : code;
    taken.add(id);
    used.add(id);
    const old = known.get(id);
    const attribute = text('属性');
    if (attribute !== '约束性' && attribute !== '预期性') {
      faults.push({ sheet, row, message: `指标“${text('指标')}”的属性写的是“${attribute}”，应是“约束性”或“预期性”。` });
      return [];
    }
    // Those that keep their order keep their place.
    const position: number = old && old.position > last ? old.position : last + 1 / 1024;
    last = position;
    const draft: IndicatorDraft = {
      ...detailsOf(old ?? {}),
      id,
      position,
      group: text('分组'),
      name: text('指标'),
      unit: text('单位') || null,
      baseYear: text('基期年') || null,
      baseValue: text('基期值') || null,
      targetYear: text('目标年'),
      targetValue: text('目标值') || null,
      attribute,
    };
    const isKept = old && isSame({ ...old, ...draft }, old);
    const fault = isKept ? null : indicatorFault(draft);
    if (fault !== null) faults.push({ sheet, row, message: fault });
    return [draft];
  });
}
