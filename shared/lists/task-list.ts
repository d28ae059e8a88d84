// 任务分解及责任表 (SPECS K1): tasks of the plan and of the numbers beside 表1, with who answers for them.
import { TASK_STATES } from '../records/lists.ts';
import { bareText } from '../values/fold-text.ts';
import type { ListSpec, ListValue } from './list-spec.ts';
import { goalText, normalGoal } from './task-goal.ts';
import { readUnits } from './task-units.ts';

const said = (value: ListValue, key: string): string => String(value[key] ?? '');
const goalOf = (value: ListValue) => ({
  measure: said(value, 'measure'),
  goal: said(value, 'goal'),
  unit: said(value, 'unit'),
});

export const TASK_LIST: ListSpec<'task'> = {
  id: 'task',
  name: '任务分解及责任表',
  noun: '任务',
  measure: '项',
  fields: [
    {
      key: 'source',
      label: '来源',
      kind: 'text',
      words: /^(?:任务)?来源$|章节|依据(?:文件)?$|类别$|领域$|工程$/,
      isOffForm: true,
    },
    {
      key: 'text',
      label: '任务',
      kind: 'text',
      isLong: true,
      words: /任务|重点(?:工作|事项)|工作(?:事项|内容|项目)|事项$/,
    },
    { key: 'measure', label: '指标', kind: 'text', words: /^(?:任务|量化)?指标(?:名称)?$/, isOffForm: true },
    {
      ...{ key: 'goal', label: '目标', kind: 'text', isLong: true },
      words: /^(?:总体|工作|任务|规划|量化|终期|五年|预期)?目标(?:值|要求|任务)?$|目标值$|^指标值$|工作要求$/,
    },
    { key: 'unit', label: '计量单位', kind: 'text', words: /^(?:计量)?单位$/, isOffForm: true, isNarrow: true },
    { key: 'lead', label: '牵头单位', kind: 'text', words: /(?:牵头|主办|主责)(?:单位|部门|处室|科室)?$/ },
    {
      key: 'partners',
      label: '配合单位',
      kind: 'text',
      words: /(?:配合|协办|协同|参与|参加)(?:单位|部门)?$/,
      isLong: true,
    },
    {
      key: 'due',
      label: '完成时限',
      kind: 'text',
      words: /(?:完成)?时限$|完成(?:时间|日期|期限)$|时间(?:节点|要求)$|截止/,
    },
    { key: 'progress', label: '进展', kind: 'text', words: /进展|完成情况|推进情况|落实情况/, isLong: true },
    {
      ...{ key: 'state', label: '状态', kind: 'choice', choices: TASK_STATES, isNarrow: true },
      words: /(?:^|›|任务|完成|推进|进展|当前)状态$|是否完成$/,
      means: [
        [/^(?:是|已?完成|已?办结|完结|销号|已销号|√|✓)$/, '已完成'],
        [/^(?:正在|正常|持续|有序|按序时)?(?:推进|进行|实施)中?$|^(?:按)?(?:序时|时序)推进$|^进行中$|^在办$/, '推进中'],
        [/^(?:尚?未|没有)(?:启动|开始|开展|开工)$/, '未启动'],
        [/^(?:进度)?(?:滞后|逾期|缓慢)$|^未达(?:序时)?进度$/, '滞后'],
      ],
    },
    { key: 'note', label: '备注', kind: 'text', words: /备注|说明/, isOffForm: true },
  ],
  others: [
    ['detail', /具体(?:任务|措施|内容|事项)|(?:主要|工作|重点)(?:措施|举措)|任务内容$|工作内容$|分解任务/],
    ['units', /^(?:责任|承办|实施|落实)(?:单位|部门)$|^(?:责任|主管)主体$/],
  ],
  readAs: [
    'state',
    'progress',
    'detail',
    'measure',
    'goal',
    'due',
    'lead',
    'partners',
    'units',
    'unit',
    'source',
    'text',
    'note',
  ],
  names: ['text', 'detail', 'measure'],
  needs: ['text', 'detail', 'measure'],
  years: {
    words: /^(?!.*(?:完成|实际|进展|情况)).*?((?:19|20)\d{2})年?度?(?:的)?(?:目标值?|任务|计划|指标)?$/,
    key: 'targets',
    label: '年度目标',
    group: '年度目标',
  },
  vocabulary:
    '工作任务 重点任务 目标任务 主要任务 任务名称 任务内容 工作内容 重点工作 工作事项 具体措施 具体任务 主要措施 工作措施 工作目标 目标要求 目标任务值 目标值 指标名称 任务指标 指标 计量单位 牵头部门 主办单位 责任单位 责任部门 配合部门 协办单位 责任领导 责任人 完成时间 时限 时限要求 时间节点 进展情况 工作进展 完成情况 推进情况 任务状态 是否完成 任务来源',
  silent: /^(?:序号|项次|编号)$/,
  // 责任领导、联系人 and the like are no column of ours: told and not taken in.
  keyOf: (value) => `${bareText(said(value, 'text'))}\n${bareText(goalText(goalOf(value)))}`,
  finish(value, { text, tell }) {
    const detail = text('detail');
    const heading = text('text');
    const words = detail !== '' && heading !== '' ? { text: detail, source: said(value, 'source') || heading } : {};
    const goal = normalGoal(goalOf(value));
    const name = heading || detail || goal.measure;
    const named = { ...value, text: name, ...words, ...goal };
    if (heading === '' && detail === '' && goal.measure !== '') Object.assign(named, { measure: '' });
    return { ...named, ...unitsOf(value, text('units'), tell) };
  },
  shown: (task) => ({ goal: goalText(task) }),
};

function unitsOf(value: ListValue, units: string, tell: (key: string, message: string, level?: 'info') => void) {
  const [lead, partners] = [said(value, 'lead'), said(value, 'partners')];
  if (units === '') return lead !== '' && partners === '' ? splitLead(lead) : {};
  const read = readUnits(units);
  if (lead !== '') {
    // 牵头部门 and 责任部门 side by side: the others work along.
    return {
      lead,
      partners: [partners, read.lead, read.partners].filter((one) => one !== '' && one !== lead).join('、'),
    };
  }
  if (partners !== '') return { lead: [read.lead, read.partners].filter((one) => one !== '').join('、'), partners };
  if (read.isGuessed) {
    tell('units', `责任单位写了几个单位，没有写明牵头，按第一个“${read.lead}”牵头、其余配合读入，请核对`, 'info');
  }
  return { lead: read.lead, partners: read.partners };
}

/** 区农业农村局牵头，区财政局配合 in the column of who leads. */
function splitLead(cell: string) {
  if (!/配合|协办|参与/.test(cell)) return { lead: cell.replace(/牵头$/, '') };
  const { lead, partners } = readUnits(cell);
  return { lead, partners };
}
