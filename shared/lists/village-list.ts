// 村情基础表 (SPECS L1): numbers of a village in a year, never of persons.
import { listPlaceReader } from '../places/place-key.ts';
import { VILLAGE_KINDS } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type ListSpec, type ListValue, YEAR } from './list-spec.ts';

/** A place as it is compared: town and village by their bare names. */
export function placeKeyOf(
  { town, village }: ListValue,
  { reference, projects }: Pick<PlanData, 'reference' | 'projects'>,
): string {
  return listPlaceReader(reference.regions, projects).keyOf(String(town ?? ''), String(village ?? '')).joined;
}

const people = (key: string, label: string, words: RegExp) =>
  ({ key, label, kind: 'count', counts: '人', words }) as const;
const households = (key: string, label: string, words: RegExp) =>
  ({ key, label, kind: 'count', counts: '户', words }) as const;

export const VILLAGE_LIST: ListSpec<'village-year'> = {
  id: 'village-year',
  name: '村情基础表',
  noun: '村情',
  measure: '条',
  fields: [
    {
      key: 'town',
      label: '乡镇（街道）',
      kind: 'text',
      words: /^(?:.*›)?(?:所[在属])?(?:乡镇|乡镇街道|镇街道?|镇乡|街道|乡|镇|苏木乡镇)(?:名称?)?$/,
    },
    {
      key: 'village',
      label: '村（社区）',
      kind: 'text',
      words: /^(?:.*›)?(?:行政|所[在属])?(?:村|村社区|村居|社区|嘎查村?|行政村)(?:名称?)?$/,
    },
    { key: 'year', label: '年度', kind: 'year', isNarrow: true, words: /^(?:数据|统计)?年[度份]?$/ },
    households('households', '总户数', /^(?:.*›)?(?:总|全村|农村|常住|乡村|农户)?户数?$|^总户$|农户数/),
    people('people', '总人口', /^(?:.*›)?(?:总|全村|农村|常住|乡村|户籍)?人口数?$|^总人[口数]?$|^人数$/),
    households('poorHouseholds', '脱贫户', /(?:脱贫|建档立卡|贫困)(?:.*户数?|户?›户数?)$/),
    people('poorPeople', '脱贫人口', /(?:脱贫|建档立卡|贫困).*人(?:口|数)?数?$/),
    households('watchHouseholds', '监测户', /(?:监测|三类|易返贫|防止返贫|帮扶对象).*户数?$/),
    people('watchPeople', '监测人口', /(?:监测|三类|易返贫|防止返贫|帮扶对象).*人(?:口|数|员)?数?$/),
    households('watchCleared', '其中已消除风险户', /消除.*(?:户|风险)/),
    { key: 'incomeFen', label: '集体经营性收入（万元）', kind: 'wan', words: /集体.*收入|(?:^|›)经营性收入/ },
    {
      ...{ key: 'villageKind', label: '村庄分类', kind: 'choice', choices: VILLAGE_KINDS },
      words: /村庄(?:分类|类型|类别)|规划(?:分类|类型)/,
      means: [
        [/集聚/, '集聚提升'],
        [/城郊|融合/, '城郊融合'],
        [/特色|保护/, '特色保护'],
        [/搬迁|撤并/, '搬迁撤并'],
        [/暂|不明确|待定|其[他它]/, '暂不明确'],
      ],
    },
    { key: 'isKey', label: '是否重点村', kind: 'yes', isNarrow: true, words: /重点(?:帮扶)?村/ },
    { key: 'note', label: '备注', kind: 'text', words: /备注|说明/ },
  ],
  readAs: [
    'year',
    'isKey',
    'villageKind',
    'incomeFen',
    'watchCleared',
    'watchHouseholds',
    'watchPeople',
    'poorHouseholds',
    'poorPeople',
    'households',
    'people',
    'town',
    'village',
    'note',
  ],
  names: ['village'],
  needs: ['village'],
  carried: ['town'],
  years: {
    ...{ words: new RegExp(`${YEAR}年?度?.*集体.*收入|集体.*收入.*?${YEAR}`), key: 'incomeFen', isRowEach: true },
    ...{ label: '集体经营性收入', group: '' },
  },
  isUnique: true,
  refuses: /姓名|户主|身份证|证件号|银行卡|(?:联系)?电话|手机/,
  vocabulary:
    '乡镇 街道 村 村名称 行政村 社区 村社区 年度 年份 户数 人口 总人数 户籍人口 常住人口 脱贫户数 脱贫人口数 监测户数 监测人口数 已消除风险户 集体经济收入 村级集体经济收入 村集体经营性收入 村庄类型 村庄分类 重点村',
  silent: /^(?:序号|项次|编号)$/,
  keyOf: (value, data) => `${placeKeyOf(value, data)}@${value.year ?? ''}`,
  finish(value, { tell, said, title }) {
    const year = value.year ?? said.year ?? yearOf(title);
    if (year === null || year === undefined) {
      tell('village', '没有写是哪一年的，没有读入；请在表上加“年度”列或写在标题里（命令行用 --year）');
      return null;
    }
    const numbers = Object.entries(value).filter(([key, own]) => !PLACES.has(key) && own !== null && own !== '');
    if (numbers.length === 0) {
      tell('village', '只有村名，没有数，没有读入', 'info');
      return null;
    }
    return { ...value, year };
  },
};

const PLACES: ReadonlySet<string> = new Set(['town', 'village', 'year']);

/** The only year that a title names. */
function yearOf(title: string): number | null {
  const years = new Set(
    [...title.normalize('NFKC').matchAll(new RegExp(`${YEAR}(?=年|$|[^\\d])`, 'g'))].map(([, year]) => Number(year)),
  );
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}
