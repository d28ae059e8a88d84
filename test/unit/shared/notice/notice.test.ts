// The words and rows of a notice.
import { describe, expect, it } from 'vitest';
import { makeNotice } from '#shared/notice/notice.ts';
import { NOTICE_COLUMNS } from '#shared/notice/notice-columns.ts';
import { STAGES } from '#shared/notice/stages.ts';
import { layOut } from '#shared/print/layout.ts';
import { noticeDocument } from '#shared/print/notice-document.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { wan } from '#shared/values/money.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

const pigs = makeProject('a', '甸苴村生猪养殖', {
  town: '大营街街道',
  village: '甸苴',
  person: '李建国',
  phone: '13987654321',
  content: '新建猪舍1200平方米。户主：王小明，13812341234',
  note: '一卡通账号6222021234567890128',
  amounts: { total: wan('35.41'), bySource: { fiscal: wan(28), county: wan('7.41') }, byYear: {}, cells: {} },
});
const road = makeProject('b', '研和村道路硬化', {
  town: '研和街道',
  person: '区交通运输局',
  amounts: { total: wan(120), bySource: { fiscal: wan(120) }, byYear: {}, cells: {} },
});
const data = makePlan([pigs, road]);
const make = (choices: object = {}) => makeNotice(data, jobFrom('notice', choices), '2025-03-01');
const cell = (choices: object, label: string, row = 0) => {
  const notice = make(choices);
  return notice.rows[row]?.[notice.columns.findIndex((column) => column.label === label)];
};
const ALL = { columns: NOTICE_COLUMNS.map(({ key }) => key) };

describe('makeNotice', () => {
  it('says who, what, how much and how long', () => {
    const notice = make({ contact: '张明', phone: '0877-2012345', address: '某路1号' });
    expect(notice.title).toBe('红塔区2021—2025年巩固拓展脱贫攻坚成果和乡村振兴项目公示');
    expect(notice.paragraphs.join('')).toContain('共2个，计划投资155.41万元');
    expect(notice.paragraphs.at(-1)).toBe('公示时间：2025年3月1日至2025年3月10日（10天）。');
    expect(notice.foot.slice(1)).toEqual([
      ...['公示单位：红塔区', '联系人：张明', '联系电话：0877-2012345', '监督电话：12317', '通讯地址：某路1号'],
    ]);
    expect(notice.closing).toEqual(['红塔区', '2025年3月1日']);
  });

  it('says what of the money lies outside the years of the plan', () => {
    const byYear = { before: wan(20), 2021: wan(80), later: wan(20) };
    const begun = { ...road, amounts: { ...road.amounts, byYear } };
    const notice = makeNotice(makePlan([pigs, begun]), jobFrom('notice', {}), '2025-03-01');
    expect(notice.paragraphs.join('')).toContain(
      '共2个，计划总投资155.41万元（含期前累计完成投资20.00万元、期后投资20.00万元）',
    );
  });

  it('tells projects whose stated sources do not make the sum, not those that state none', () => {
    const bare = makeProject('c', '只有总额', { amounts: { ...pigs.amounts, bySource: {} } });
    const short = makeProject('d', '差额', { amounts: { ...pigs.amounts, bySource: { fiscal: wan(28) } } });
    const job = jobFrom('notice', {});
    expect(make().uneven).toEqual([]);
    const notice = makeNotice(makePlan([pigs, bare, short]), job, '2025-03-01');
    expect(notice.uneven).toEqual(['差额']);
    expect(noticeDocument(notice, job).notes).toContain(
      '1 个项目的各资金来源之和不等于资金规模（“差额”），请改正后再公示。',
    );
  });

  it('names the office that puts it up beside the place it is about', () => {
    const notice = make({ office: '红塔区乡村振兴局' });
    expect(notice.title).toMatch(/^红塔区2021/);
    expect(notice.foot).toContain('公示单位：红塔区乡村振兴局');
    expect(notice.closing[0]).toBe('红塔区乡村振兴局');
  });

  it('takes the chosen town as the place and counts only its projects', () => {
    const notice = make({ stage: 'town', filter: { towns: ['研和街道'] } });
    expect(notice.title).toMatch(/^研和街道.*拟上报项目公示$/);
    expect(notice.paragraphs[0]).toContain('共1个，计划投资120.00万元');
    expect(notice.rows).toHaveLength(1);
  });

  it.each(Object.keys(STAGES))('has words of its own at the stage %s', (stage) => {
    const notice = make({ stage });
    const hasPeriod = stage !== 'announcement';
    expect(notice.paragraphs).toHaveLength(hasPeriod ? 2 : 1);
    expect(notice.foot.join('')).toContain(hasPeriod ? '公示单位' : '公告单位');
    expect(notice.foot.join('').includes('不同意见')).toBe(hasPeriod);
  });

  it('hides personal data in every column', () => {
    expect(cell(ALL, '责任人')).toBe('李**');
    expect(cell(ALL, '责任人', 1)).toBe('区交通运输局');
    expect(cell(ALL, '联系电话')).toBe('139****4321');
    expect(cell(ALL, '建设内容及规模')).toBe('新建猪舍1200平方米。户主：王**，138****1234');
    expect(cell(ALL, '备注')).toBe('一卡通账号622202*********0128');
    const shown = { ...ALL, mask: { names: false, phones: false, identities: false, bankCards: false } };
    expect(cell(shown, '责任人')).toBe('李建国');
    expect(cell(shown, '建设内容及规模')).toContain('13812341234');
  });

  it('names the sources, with amounts where there are several', () => {
    expect(cell({}, '资金来源')).toBe('财政衔接资金28.00、县级自筹资金7.41');
    expect(cell({}, '资金来源', 1)).toBe('财政衔接资金');
  });

  it('leaves out columns without content and says which are missing', () => {
    const notice = make();
    expect(notice.columns.map(({ label }) => label)).not.toContain('绩效目标');
    expect(notice.missing).toContain('绩效目标');
    const { notes } = layOut(noticeDocument(notice, jobFrom('notice', {})));
    expect(notes.join()).toContain('绩效目标');
  });

  it('says of which years of a period of work days no holiday table is kept', () => {
    const job = jobFrom('notice', { dayKind: 'workdays', from: '2025-12-29' });
    const { notes } = layOut(noticeDocument(make({ dayKind: 'workdays', from: '2025-12-29' }), job));
    expect(notes.join()).toContain('2025、2026年没有节假日表');
  });
});

describe('noticeDocument', () => {
  it('prints words, rows and 合计, and repeats nothing of it on further sheets but the title', () => {
    const html = documentHtml(layOut(noticeDocument(make(ALL), jobFrom('notice', ALL))));
    expect(html).toContain('155.41');
    expect(html.match(/公示时间/g)).toHaveLength(1);
    expect(html.match(/监督电话：12317/g)).toHaveLength(1);
    expect(html).not.toContain('王小明');
  });
});
