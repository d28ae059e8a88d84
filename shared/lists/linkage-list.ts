// 联农带农情况统计表 (SPECS K4): how a project of industry takes farmers along.
import { ENTITY_KINDS, type Linkage } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText } from '../values/fold-text.ts';
import type { ListSpec } from './list-spec.ts';

/** The ways that papers name (SPECS K4), and what else people write for them. */
export const LINKAGE_WAYS: readonly (readonly [way: string, words: RegExp])[] = [
  ['土地流转', /土地(?:流转|租赁|入股)|流转土地/],
  ['就业务工', /务工|就业|用工/],
  ['带动生产', /带动(?:生产|发展|种植|养殖)|发展生产/],
  ['帮助产销对接', /产销|销售|代销/],
  ['资产入股', /资产(?:入股|租赁)|入股|量化/],
  ['收益分红', /分红|收益(?:分配|返还)|返利/],
  ['订单收购', /订单|收购|保底价/],
  ['技术服务', /技术|培训|指导/],
  ['生产托管', /托管/],
];

/** The ways in a text, in the order of the papers; [] where none is told. */
export function linkageWays(text: string): string[] {
  return LINKAGE_WAYS.filter(([, words]) => words.test(text)).map(([way]) => way);
}

const NAMES = new WeakMap<PlanData['projects'], ReadonlyMap<string, string>>();

/** Names of projects by id, made once a list. */
export function projectNames({ projects }: Pick<PlanData, 'projects'>): ReadonlyMap<string, string> {
  let names = NAMES.get(projects);
  if (!names) {
    names = new Map(projects.map(({ id, name }) => [id, name]));
    NAMES.set(projects, names);
  }
  return names;
}

export const LINKAGE_LIST: ListSpec<'linkage'> = {
  id: 'linkage',
  name: '联农带农情况统计表',
  noun: '联农带农',
  measure: '条',
  fields: [
    { key: 'projectName', label: '项目名称', kind: 'text', words: /^$/ },
    {
      key: 'entity',
      label: '经营主体',
      kind: 'text',
      words: /(?:经营|带动|实施|联结|承接|合作)主体(?:名称)?$|^主体名称$|(?:企业|合作社)名称$/,
    },
    {
      ...{ key: 'entityKind', label: '主体类型', kind: 'choice', choices: ENTITY_KINDS, isOffForm: true },
      words: /主体(?:类型|性质|类别)/,
      means: [
        [/企业|公司/, '龙头企业'],
        [/合作社|联合社/, '合作社'],
        [/农场/, '家庭农场'],
        [/村集体|村委|集体经济/, '村集体'],
        [/大户|其[他它]|基地/, '其他'],
      ],
    },
    {
      key: 'ways',
      label: '带动方式',
      kind: 'text',
      words: /(?:带动|联结|利益联结|联农带农|带农)(?:方式|机制|模式|形式|类型)?$/,
      isLong: true,
    },
    { key: 'term', label: '协议期限', kind: 'text', words: /(?:协议|合同|带动|签订)(?:期限|时间|起止|年限)/ },
    {
      key: 'households',
      label: '带动农户',
      kind: 'count',
      counts: '户',
      words: /(?:带动|受益)(?:总)?(?:农户|户数|户)(?:数|›户数|›小计|›合计)?$/,
    },
    { key: 'poorHouseholds', label: '其中脱贫户、监测户', kind: 'count', counts: '户', words: /脱贫.*户|监测.*户/ },
    { key: 'gainFen', label: '户均增收（元）', kind: 'yuan', words: /户均.*(?:增收|收入)|人均.*增收/ },
    { key: 'incomeFen', label: '村集体收益（万元）', kind: 'wan', words: /村?集体.*(?:收益|收入|增收)/ },
    { key: 'paid', label: '兑现情况', kind: 'text', words: /兑现/ },
    { key: 'note', label: '备注', kind: 'text', words: /备注|说明/, isOffForm: true },
  ],
  readAs: [
    'entityKind',
    'term',
    'paid',
    'gainFen',
    'incomeFen',
    'poorHouseholds',
    'households',
    'ways',
    'entity',
    'note',
  ],
  names: ['name', 'code'],
  needs: ['entity', 'ways'],
  isOfProjects: true,
  refuses: /姓名|户主|身份证|证件号|银行卡/,
  vocabulary:
    '项目名称 经营主体名称 带动主体 实施主体 主体类型 联农带农机制 联农带农方式 利益联结机制 利益联结方式 带动模式 合同期限 带动户数 带动农户数 带动脱贫户 户均年增收 村集体年收益 兑现 其中脱贫户',
  silent: /^(?:序号|项次)$/,
  keyOf: (value) => `${String(value.projectId)}\n${bareText(String(value.entity ?? ''))}`,
  finish(value, { text, tell }) {
    const { projectName: _, ...own } = value;
    const ways = String(own.ways ?? '');
    if (ways !== '' && linkageWays(ways).length === 0)
      tell(
        'ways',
        `带动方式“${ways}”不是通用的说法（${LINKAGE_WAYS.map(([way]) => way).join('、')}），照存，不参加审核`,
        'info',
      );
    const isEmpty = Object.entries(own).every(([key, one]) => key === 'projectId' || one === null || one === '');
    if (!isEmpty) return own;
    tell('name', `“${text('name')}”除了项目名称什么都没有写，没有读入`, 'info');
    return null;
  },
  shown: (linkage: Linkage, data) => ({ projectName: projectNames(data).get(linkage.projectId) ?? '（已不在项目表）' }),
};
