// 审核 of the village table (rules K06, F06), and of projects against it (P10).
import type { Finding } from '../checks/finding.ts';
import { placeText, plainFinding, projectPlace } from '../checks/wording.ts';
import { startYear } from '../domain/project.ts';
import { readValue } from '../indicators/read-value.ts';
import { valuesOf } from '../indicators/rows.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { VillageYear } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { decimalText } from '../values/decimal.ts';
import { listRows } from './lists.ts';
import { placeKeyOf } from './village-list.ts';
import { percentOf } from './village-summary.ts';
import { countIncome } from './villages.ts';

const TABLE = '村情基础表';

export function checkVillages(data: PlanData): Finding[] {
  const villages = listRows(data, 'village-year');
  if (villages.length === 0) return [];
  return [
    ...villages.flatMap((village) => checkNumbers(village)),
    ...checkKeyVillages(data, villages),
    ...checkCounted(data, villages),
    ...checkBeneficiaries(data, villages),
  ];
}

const PAIRS = [
  ['poorHouseholds', '脱贫户', 'households', '总户数', '户'],
  ['watchHouseholds', '监测户', 'households', '总户数', '户'],
  ['watchCleared', '已消除风险户', 'watchHouseholds', '监测户', '户'],
  ['poorPeople', '脱贫人口', 'people', '总人口', '人'],
  ['watchPeople', '监测人口', 'people', '总人口', '人'],
  ['households', '总户数', 'people', '总人口', ''],
] as const satisfies readonly (readonly [keyof VillageYear, string, keyof VillageYear, string, string])[];

function nameOf({ town, village, year }: VillageYear): string {
  return `${town}${village}（${year}年）`;
}

function checkNumbers(village: VillageYear): Finding[] {
  return PAIRS.flatMap(([less, lessName, more, moreName, unit]) => {
    const [left, right] = [village[less], village[more]];
    if (left === null || right === null || left <= right) return [];
    const message = `${TABLE}${nameOf(village)}：${lessName} ${left}${unit} 多于${moreName} ${right}${unit}，差 ${left - right}。请核对，疑填反或多填位数。`;
    const place = { table: TABLE, row: nameOf(village), column: lessName };
    return [
      plainFinding('K06', 'warning', place, message, {
        left: String(left),
        right: String(right),
        difference: String(left - right),
        aspect: less,
      }),
    ];
  });
}

/** 是否重点村 and the list 重点村 say the same, in the newest year of the table. */
function checkKeyVillages(data: PlanData, villages: readonly VillageYear[]): Finding[] {
  const listed = listRows(data, 'listed-place').filter(
    ({ list, state }) => /重点(?:帮扶)?村/.test(list) && state !== '退出',
  );
  if (listed.length === 0) return [];
  const keys = new Set(listed.map((place) => placeKeyOf(place, data)));
  const newest = villages.reduce((most, { year }) => Math.max(most, year), 0);
  return villages.flatMap((village) => {
    const isListed = keys.has(placeKeyOf(village, data));
    if (village.year !== newest || village.isKey === null || village.isKey === isListed) return [];
    const words = village.isKey ? '写是重点村，重点村名单里没有' : '写不是重点村，重点村名单里有';
    const place = { table: TABLE, row: nameOf(village), column: '是否重点村' };
    return [
      plainFinding('K06', 'warning', place, `${TABLE}${nameOf(village)}${words}。请核对后改成一致。`, {
        aspect: 'key',
      }),
    ];
  });
}

/** Rounded to one decimal at the least, as people round percentages. */
const ROUNDING = 0.05;

/** The indicator of each village as filled in, against what the table counts. */
function checkCounted(data: PlanData, villages: readonly VillageYear[]): Finding[] {
  const values = valuesOf(data);
  return [...Map.groupBy(villages, ({ year }) => year)].flatMap(([year, own]) => {
    const { indicator, reached, counted, text } = countIncome(data, own);
    const typed = indicator && values.get(indicator.id)?.get(year)?.text;
    const read = typed ? readValue(typed) : null;
    if (!indicator || text === null || read?.kind !== 'number' || read.unit !== '%') return [];
    const share = percentOf(reached, counted) ?? 0;
    if (Math.abs(Number(decimalText(read.value)) - share) <= ROUNDING) return [];
    const message = `指标表第 ${indicator.number} 个指标“${indicator.name}”${year} 年填 ${typed}，村情表数出 ${text}（${share}%）。请核对，改成一致。`;
    const place = { table: '指标表', row: indicator.name, column: `${year}年` };
    return [plainFinding('F06', 'warning', place, message, { left: typed ?? '', right: text, aspect: String(year) })];
  });
}

/** Projects of one village that reach more households than it has; the year of the table next to that of the project. */
function checkBeneficiaries(data: PlanData, villages: readonly VillageYear[]): Finding[] {
  const byPlace = Map.groupBy(
    villages.filter(({ households }) => households !== null),
    (village) => placeKeyOf(village, data),
  );
  const reader = listPlaceReader(data.reference.regions, data.projects);
  return data.projects.flatMap((project) => {
    const { households, villages: reached } = project;
    const key = households === null || (reached ?? 1) > 1 ? null : reader.keyOf(project.town, project.village);
    const own = key && !key.isManyVillages && key.village !== '' ? byPlace.get(key.joined) : undefined;
    if (!own || households === null) return [];
    const wanted = startYear(project) ?? 0;
    const near = own.toSorted((a, b) => Math.abs(a.year - wanted) - Math.abs(b.year - wanted))[0];
    const all = near?.households ?? null;
    if (!near || all === null || households <= all) return [];
    const place = projectPlace(project, '受益对象', 'households');
    const message = `${placeText(place)}：受益户数 ${households} 户多于${nameOf(near)}总户数 ${all} 户，差 ${households - all} 户。请核对。`;
    return [
      plainFinding('P10', 'warning', place, message, {
        left: String(households),
        right: String(all),
        difference: String(households - all),
        aspect: 'village',
      }),
    ];
  });
}
