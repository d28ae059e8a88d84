// The comparison of levels as JSON and as lines of text: amounts as exact decimal texts of 万元.
import { type Fen, wanText } from '#shared/values/money.ts';
import { bridgeParts, STAGE_NAMES } from './bridge.ts';
import type { LevelComparison } from './compare-levels.ts';
import { REASON_NAMES } from './reason-names.ts';

/** +30 or -0.47. */
export function signedText(fen: Fen): string {
  return fen > 0 ? `+${wanText(fen)}` : wanText(fen);
}

/** For --json. */
export function levelsJson({
  county,
  basis,
  cityTables,
  countyTables,
  counts,
  classes,
  bridge,
  sources,
}: LevelComparison) {
  return {
    ...{ county, basis, cityTables, countyTables, counts },
    classes: classes.map(({ own, moves, mapped, city, difference, ...line }) => ({
      ...line,
      ownWan: wanText(own),
      moves: moves.map(({ label, fen }) => ({ label, wan: wanText(fen) })),
      ...{ mappedWan: wanText(mapped), cityWan: wanText(city), differenceWan: wanText(difference) },
    })),
    bridge: bridge && {
      ...{ fromLabel: bridge.fromLabel, fromWan: wanText(bridge.from) },
      ...{ listWan: wanText(bridge.list), toWan: wanText(bridge.to) },
      steps: bridge.steps.map(({ fen, ...step }) => ({ ...step, wan: wanText(fen) })),
    },
    sources: sources.map(({ county: own, city, difference, ...line }) => ({
      ...line,
      ...{ countyWan: wanText(own), cityWan: wanText(city), differenceWan: wanText(difference) },
    })),
  };
}

/** For people: classes, bridge, sources and counts as lines. */
export function levelsText({ county, basis, cityTables, counts, classes, bridge, sources }: LevelComparison): string[] {
  const tables = cityTables.map(({ id, document }) => `${document} ${id}`).join('、');
  const lines = [
    `县级与市级核对：${county.name}（市级 ${tables}；县级${basis === 'projects' ? '为本工作簿项目明细' : '为印发的表'}；单位：万元）`,
  ];
  if (counts) {
    const printed = counts.printed === null || counts.printed === counts.county ? '' : `，县级印发 ${counts.printed}`;
    lines.push(`项目个数：县级 ${counts.county}${printed}，市级 ${counts.city}，差 ${counts.difference} 个`);
  }
  if (classes.length > 0) lines.push('', '类别\t县级原类\t换算调整\t换算后\t市级\t差额\t原因');
  for (const line of classes) {
    const moves = line.moves.map(({ label, fen }) => `${label}${signedText(fen)}`).join('；');
    lines.push(
      [
        line.name,
        wanText(line.own),
        moves,
        wanText(line.mapped),
        wanText(line.city),
        wanText(line.difference),
        line.text,
      ].join('\t'),
    );
  }
  if (bridge) {
    lines.push('', `调节表`, `${bridge.fromLabel}\t${wanText(bridge.from)}`);
    for (const { stage, steps, toLabel, to } of bridgeParts(bridge)) {
      lines.push(`（${STAGE_NAMES[stage]}）`);
      for (const { label, fen, text, reason } of steps)
        lines.push(`  ${signedText(fen)}\t${label}\t【${REASON_NAMES[reason]}】${text}`);
      lines.push(`${toLabel}\t${wanText(to)}`);
    }
  }
  if (sources.length > 0) lines.push('', '资金来源\t县级\t市级\t差额\t原因');
  for (const { name, county: own, city, difference, reason } of sources) {
    lines.push([name, wanText(own), wanText(city), wanText(difference), REASON_NAMES[reason]].join('\t'));
  }
  return lines;
}
