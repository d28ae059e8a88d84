// The rules on 公告公示 (SPECS E5): their words, settings and levels. What they look at — the register, dated steps, money
// released — is no part of the plan; shared/postings/check-postings.ts reports them.
import { POSTING_STAGES, type PostingStage, type PostingStageId } from '../domain/posting.ts';
import type { ReportedRule } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';

function daysSetting({ id, name, days }: PostingStage): NumberSetting {
  return {
    id: `days-${id}`,
    label: `${name}天数不少于`,
    kind: 'number',
    unit: '天',
    initial: days ?? 0,
    least: 0,
    most: 365,
  };
}

const DAYS = new Map(
  POSTING_STAGES.filter(({ days }) => days !== null).map((stage) => [stage.id as PostingStageId, daysSetting(stage)]),
);

const PAPER_DAYS: NumberSetting = {
  id: 'paper-days',
  label: '资金下达后镇、村公告不迟于',
  kind: 'number',
  unit: '天',
  initial: 7,
  least: 1,
  most: 365,
};

const PUBLIC_WORKDAYS: NumberSetting = {
  id: 'public-workdays',
  label: '入库后公告不迟于',
  kind: 'number',
  unit: '个工作日',
  initial: 20,
  least: 1,
  most: 250,
};

/** Days that a stage has to be up; null for a 公告. */
export function daysNeeded(settings: RuleSettings, stage: PostingStageId): number | null {
  const spec = DAYS.get(stage);
  return spec === undefined ? null : settings.of('P08', spec);
}

export function paperDays(settings: RuleSettings): number {
  return settings.of('E04', PAPER_DAYS);
}

export function publicWorkdays(settings: RuleSettings): number {
  return settings.of('E07', PUBLIC_WORKDAYS);
}

type Head = Omit<ReportedRule, 'scope' | 'level'> & { level?: ReportedRule['level'] };

function onPostings(head: Head): ReportedRule {
  return { level: 'warning', ...head, scope: 'reported' };
}

export const POSTING_RULES: readonly ReportedRule[] = [
  onPostings({
    id: 'P08',
    title: '公示做在办理之前、天数足够',
    help: '村申报、乡审核、县审定之前应有同级公示，公示期满才办理；公示天数不少于规定（默认 10 天，按日历天数算，可分环节设置）。没有登记过公示的工作簿不审核，补录的办理只提示个数。',
    basis: ['library'],
    settings: [...DAYS.values()],
    examples: {
      passes: {
        text: '村公示 3 月 1 日至 10 日，3 月 11 日村申报。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10 }],
        steps: [{ to: 'declared', date: '2026-03-11' }],
      },
      fails: {
        text: '村公示 1 月 31 日至 2 月 6 日只有 7 天，少于 10 天。',
        postings: [{ stage: 'village', from: '2024-01-31', days: 7 }],
        steps: [{ to: 'declared', date: '2024-02-07' }],
      },
    },
  }),
  onPostings({
    id: 'E01',
    title: '异议处理后才办理下一步',
    help: '公示期间收到异议的，应核实答复（维持、修改、撤销）以后再办理下一步；答复日期晚于下一步办理日期、或没有答复就办理的列出。',
    examples: {
      passes: {
        text: '3 月 5 日收到异议，3 月 8 日答复维持，3 月 11 日村申报。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, objection: { answeredAt: '2026-03-08' } }],
        steps: [{ to: 'declared', date: '2026-03-11' }],
      },
      fails: {
        text: '3 月 5 日收到的异议还没有答复，3 月 11 日已村申报。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, objection: { answeredAt: null } }],
        steps: [{ to: 'declared', date: '2026-03-11' }],
      },
    },
  }),
  onPostings({
    id: 'E02',
    title: '公示后没有改动',
    help: '公示登记时留存的名称、地点、建设内容、资金规模、资金来源和受益户数人数，应与项目表现在的一致；改了的应重新公示。同一环节后来又公示过的，与最近一次比较。',
    examples: {
      passes: {
        text: '公示的资金规模 20 万元，现在仍是 20 万元。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10 }],
      },
      fails: {
        text: '公示的资金规模 20 万元，后来改成 25 万元。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, postedTotal: '25' }],
      },
    },
  }),
  onPostings({
    id: 'E03',
    title: '公示写明联系人和监督电话',
    help: '公示应写明监督电话或联系人、联系电话，方便群众反映；台账里两项都没有的列出。',
    examples: {
      passes: {
        text: '公示写了监督电话 12317。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10 }],
      },
      fails: {
        text: '公示没有监督电话，也没有联系人。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, hotline: '' }],
      },
    },
  }),
  onPostings({
    id: 'E04',
    title: '资金下达后镇、村都有公告',
    help: '资金批次下达到项目后，乡镇和村都应在规定天数（默认 7 天，可设置）内公告；缺哪一级列哪一级。还没有登记过公示的工作簿只提示批次个数。',
    settings: [PAPER_DAYS],
    examples: {
      passes: {
        text: '1 月 10 日下达，1 月 12 日乡镇和村都公告。',
        postings: [
          { stage: 'approved', level: '乡镇', from: '2026-01-12' },
          { stage: 'approved', level: '村', from: '2026-01-12' },
        ],
        released: '2026-01-10',
      },
      fails: {
        text: '1 月 10 日下达，只有乡镇公告，村里没有公告。',
        postings: [{ stage: 'approved', level: '乡镇', from: '2026-01-12' }],
        released: '2026-01-10',
      },
    },
  }),
  onPostings({
    id: 'E05',
    level: 'error',
    title: '公示的内容隐去个人信息',
    help: '公示登记留存的内容里，姓名、手机号、身份证号、银行卡号应已隐去；台账的事项、地点、异议、处理结果和备注里也不写电话和证件号。没有隐去的应立即撤下，隐去后重新公示。',
    examples: {
      passes: {
        text: '责任人公示为“王**”。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, postedPerson: '王**' }],
      },
      fails: {
        text: '责任人公示为“王小明”。',
        postings: [{ stage: 'village', from: '2026-03-01', days: 10, postedPerson: '王小明' }],
      },
    },
  }),
  onPostings({
    id: 'E06',
    title: '到户补助公示写明补助标准',
    help: '到户补助公示应写明每户补助多少（补助标准），只写总额的列出。',
    examples: {
      passes: {
        text: '到户补助公示写明补助标准“4000 元/户”。',
        postings: [{ stage: 'household', from: '2026-03-01', days: 10, postedStandard: '4000元/户' }],
      },
      fails: {
        text: '到户补助公示没有补助标准。',
        postings: [{ stage: 'household', from: '2026-03-01', days: 10, postedStandard: '' }],
      },
    },
  }),
  onPostings({
    id: 'E07',
    title: '入库后及时公告',
    help: '项目审定入库后，应在规定的工作日（默认 20 个，可设置，扣除节假日表里的放假日）内公告。补录的入库不审核。',
    settings: [PUBLIC_WORKDAYS],
    examples: {
      passes: {
        text: '1 月 5 日入库，1 月 12 日入库公告。',
        postings: [{ stage: 'stored', from: '2026-01-12' }],
        steps: [{ to: 'stored', date: '2026-01-05' }],
      },
      fails: {
        text: '1 月 5 日入库，3 月 20 日才公告。',
        postings: [{ stage: 'stored', from: '2026-03-20' }],
        steps: [{ to: 'stored', date: '2026-01-05' }],
      },
    },
  }),
];
