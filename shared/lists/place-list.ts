// 重点村、示范村、安置点名单 (SPECS K3): which places are on a list, since when, at which level.
import { LIST_LEVELS, LIST_STATES } from '../records/lists.ts';
import { bareText, compactText } from '../values/fold-text.ts';
import type { ListSpec, ListValue } from './list-spec.ts';
import { placeKeyOf } from './village-list.ts';

/** The name of a list in a title: 红塔区集体经济先行示范村名单 names 集体经济先行示范村. */
const LIST_NAME =
  /(?:国家|省级?|市级?|[县区]级?)?((?:乡村振兴|集体经济|党建|民族团结|民族|精品|美丽|宜居|和美|先行|红色|易地(?:扶贫)?搬迁|集中|绿美|数字|示范)*(?:重点(?:帮扶)?村|示范村|精品村|美丽(?:乡村|村庄)|脱贫村|民族村|示范(?:乡镇|镇|乡|点|区|带)|安置[点区]|和美乡村))/;

export function listNameIn(title: string): string | null {
  return LIST_NAME.exec(compactText(title))?.[1] ?? null;
}

const text = (value: ListValue, key: string): string => String(value[key] ?? '');

export const PLACE_LIST: ListSpec<'listed-place'> = {
  id: 'listed-place',
  name: '重点村、示范村、安置点名单',
  noun: '名单',
  measure: '条',
  fields: [
    {
      key: 'list',
      label: '名单',
      kind: 'text',
      words: /^(?:名单|所属|创建|村庄?|示范)?(?:名单|类型|类别|种类)(?:名称)?$|^创建(?:内容|项目)$/,
    },
    {
      ...{ key: 'level', label: '级别', kind: 'choice', choices: LIST_LEVELS, isNarrow: true },
      words: /级别|层级|等级/,
      means: [
        [/国家|中央|部级/, '国家级'],
        [/省|自治区/, '省级'],
        [/市|州|盟/, '市级'],
        [/县|区|旗/, '县级'],
      ],
    },
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
      words:
        /^(?:.*›)?(?:行政|所[在属])?(?:村|村社区|村居|社区|嘎查村?|行政村)(?:名称?)?$|(?:重点|示范|精品)村(?:名称?)?$/,
    },
    { key: 'place', label: '安置点（自然村）', kind: 'text', words: /安置[点区]|自然村|小组|点名称/ },
    { key: 'year', label: '年度', kind: 'year', isNarrow: true, words: /年[度份]?$|时间$/ },
    {
      ...{ key: 'state', label: '状态', kind: 'choice', choices: LIST_STATES, isNarrow: true },
      words: /状态|创建情况|认定情况|进展/,
      means: [
        [/申报|拟/, '申报'],
        [/创建|在建|建设中|培育/, '创建中'],
        [/认定|命名|验收|达标/, '已认定'],
        [/建成|完成|竣工/, '已建成'],
        [/退出|摘牌|撤销/, '退出'],
      ],
    },
    { key: 'document', label: '文号', kind: 'text', words: /文号|文件|依据/ },
    { key: 'note', label: '备注', kind: 'text', words: /备注|说明/ },
  ],
  readAs: ['list', 'level', 'document', 'state', 'year', 'place', 'town', 'village', 'note'],
  names: ['village', 'place', 'town'],
  needs: ['village', 'place', 'town'],
  carried: ['town', 'list'],
  isUnique: true,
  refuses: /户主|身份证|证件号|银行卡/,
  vocabulary:
    '乡镇 街道 村 村名称 行政村 社区 村社区 名单 名单名称 类型 级别 层级 创建级别 安置点 安置点名称 安置区 安置区名称 自然村 创建年度 认定年度 年度 认定时间 状态 创建情况 认定文号 示范村 重点村',
  silent: /^(?:序号|项次|编号)$/,
  keyOf: (value, data) =>
    [bareText(text(value, 'list')), placeKeyOf(value, data), bareText(text(value, 'place'))].join('\n'),
  finish(value, { tell, title, said }) {
    const list = text(value, 'list') || said.list || listNameIn(title);
    if (!list) {
      tell(
        'village',
        '没有写是什么名单（重点村、示范村、安置点……），没有读入；请加“名单”列或写在标题里（命令行用 --list）',
      );
      return null;
    }
    return { ...value, list };
  },
};
