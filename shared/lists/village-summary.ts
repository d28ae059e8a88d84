// 村情汇总表: villages of a year by town, how many reach the income asked for, and the projects that go there.
import { listPlaceReader } from '../places/place-key.ts';
import type { VillageYear } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, formatWan, ZERO } from '../values/money.ts';
import { placeKeyOf } from './village-list.ts';
import { countIncome, projectsByPlace, villagesOf } from './villages.ts';

const NUMBERS = [
  ['households', '总户数', '户'],
  ['people', '总人口', '人'],
  ['poorHouseholds', '脱贫户', '户'],
  ['poorPeople', '脱贫人口', '人'],
  ['watchHouseholds', '监测户', '户'],
  ['watchPeople', '监测人口', '人'],
  ['watchCleared', '已消除风险户', '户'],
] as const satisfies readonly (readonly [keyof VillageYear, string, string])[];

const MOST_NAMED = 30;
const count = (value: number | null): TableCell => (value === null ? { kind: 'blank' } : { kind: 'count', value });
const amount = (fen: Fen | null): TableCell => (fen === null ? { kind: 'blank' } : { kind: 'amount', fen });

/** Percent with two decimals; null without a whole. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;
}

export function villageSummary(data: PlanData, year: number): TableResult {
  const villages = villagesOf(data, year).map(([, village]) => village);
  const reader = listPlaceReader(data.reference.regions, data.projects);
  const towns = Map.groupBy(villages, ({ town, village }) => reader.keyOf(town, village).townName || town);
  const income = countIncome(data, villages);
  const goal = formatWan(income.goalFen, 0);
  const projects = projectsByPlace(data);
  const columns: TableColumn[] = [
    { key: 'town', label: '乡镇（街道）', kind: 'text' },
    { key: 'villages', label: '村数', kind: 'count', counts: '个' },
    ...NUMBERS.map(([key, label, counts]): TableColumn => ({ key, label, kind: 'count', counts })),
    { key: 'income', label: '集体经营性收入', kind: 'amount' },
    { key: 'reached', label: `达 ${goal} 万元的村`, kind: 'count', counts: '个' },
    { key: 'share', label: '达标率', kind: 'share' },
    { key: 'covered', label: '有项目的村', kind: 'count', counts: '个' },
    { key: 'projects', label: '项目数', kind: 'count', counts: '个' },
    { key: 'total', label: '项目总投资', kind: 'amount' },
  ];
  const row = (key: string, role: TableRow['role'], name: string, own: readonly VillageYear[]): TableRow => {
    const counted = countIncome(data, own);
    const incomes = own.flatMap(({ incomeFen }) => incomeFen ?? []);
    const places = new Set(own.map((village) => placeKeyOf(village, data)));
    const here = [...places].map((place) => projects.get(place) ?? []);
    return {
      ...{ key, role, depth: 0 },
      cells: [
        { kind: 'text', text: name },
        count(places.size),
        ...NUMBERS.map(([field]) => count(sumKnown(own.map((village) => village[field])))),
        amount(incomes.length === 0 ? null : addFen(ZERO, ...incomes)),
        count(counted.counted === 0 ? null : counted.reached),
        { kind: 'share', percent: percentOf(counted.reached, counted.counted) },
        count(here.filter((list) => list.length > 0).length),
        count(here.reduce((sum, list) => sum + list.length, 0)),
        amount(addFen(ZERO, ...here.flat().map(({ amounts }) => amounts.total ?? ZERO))),
      ],
    };
  };
  const rows = [...towns].map(([town, own]) => row(town, 'item', town || '（未写乡镇）', own));
  return {
    ...{
      id: 'village-summary',
      number: '',
      title: `${data.plan.regionName}${year}年村情汇总表`,
      unit: '万元',
      columns,
    },
    rows: rows.length === 0 ? [] : [...rows, row('total', 'total', '合计', villages)],
    notes: [
      incomeNote(income, villages.length),
      kindsNote(villages),
      '空着的数不作 0 计；没有写收入的村不参加达标率。',
    ].filter((note) => note !== ''),
    ...{ source: '', charts: [] },
  };
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** 104 个村中 89 个达到 10 万元（85.58%），15 个没有达到：……. */
function incomeNote(
  { goalFen, reached, counted, unknown, below }: ReturnType<typeof countIncome>,
  all: number,
): string {
  if (counted === 0) return '';
  const named = below.slice(0, MOST_NAMED).map(({ town, village }) => `${town}${village}`);
  const list =
    below.length === 0
      ? ''
      : `；没有达到的 ${below.length} 个：${named.join('、')}${below.length > MOST_NAMED ? '……' : ''}`;
  const left = unknown > 0 ? `；${unknown} 个村没有写收入` : '';
  return `${all} 个村中 ${reached} 个集体经营性收入达到 ${formatWan(goalFen, 0)} 万元，占写了收入的 ${counted} 个村的 ${percentOf(reached, counted)}%${list}${left}。`;
}

function kindsNote(villages: readonly VillageYear[]): string {
  const kinds = Map.groupBy(villages, ({ villageKind }) => villageKind ?? '没有分类');
  if (villages.every(({ villageKind }) => villageKind === null)) return '';
  return `村庄分类：${[...kinds].map(([kind, own]) => `${kind} ${own.length} 个`).join('、')}。`;
}
