// Packages between two offices, case by case: progress, opinions, what comes down, old schemes, twins, keys, numbers.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { stepEvents, writeSteps } from '#electron/services/life/steps.ts';
import { chooseOffice } from '#electron/services/package/own-office.ts';
import { readReported } from '#electron/services/package/read-exchange.ts';
import { receiptOf, writeReceipt } from '#electron/services/package/receipt.ts';
import type { LifeStateId } from '#shared/domain/life.ts';
import type { Project } from '#shared/domain/project.ts';
import { lifeOf } from '#shared/life/state.ts';
import { wan } from '#shared/values/money.ts';
import { makeBatch, makeEvent, makeLine, makeNote, makePayment } from '#test/support/execution-facts.ts';
import { makeOffice, soundProject, type TestOffice } from '#test/support/packages.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const TOWN = '大营街街道';
let folder: string;
let town: TestOffice;
let county: TestOffice;

beforeEach(() => {
  folder = makeTempFolder();
  town = makeOffice(folder, TOWN);
  county = makeOffice(folder, '');
  town.put(soundProject('p1', '甲村水渠', TOWN, '10'), soundProject('p2', '乙村道路', TOWN, '20'));
});

const edit = (office: TestOffice, id: string, values: Partial<Project>): void =>
  office.put({ ...office.session.project(id), ...values });

function step(office: TestOffice, id: string, to: LifeStateId, date: string): void {
  const { id: _, projectId: __, ...blank } = makeEvent(id, to, date);
  office.session.change('test', '办理', (tx) => writeSteps(tx, stepEvents([id], blank)));
}

const stateOf = (office: TestOffice, id: string): string =>
  lifeOf(
    office.session.execution().events.filter(({ projectId }) => projectId === id),
    [],
    '2030-01-01',
  ).state;

describe('progress', () => {
  it('comes in once, changes no project, and follows what is corrected', async () => {
    county.receive(await town.send('1.xjpkg'));
    town.session.change('test', '支付', (tx) => {
      tx.put('payment', 'pay1', { ...makePayment('p1', '2021-05-01', '3'), id: 'pay1' });
      tx.put('progressNote', 'n1', { ...makeNote('p1', '2021-05-31', 40, '4'), id: 'n1' });
    });
    step(town, 'p1', 'started', '2021-04-01');
    const path = await town.send('2.xjpkg', { kind: '进度包' });
    expect(county.receive(path)).toMatchObject({ accepted: true, new: 0, changed: 0, facts: { new: 3 } });
    expect(county.receive(path)).toMatchObject({ accepted: false });
    expect(county.session.execution().payments).toHaveLength(1);
    town.session.change('test', '改', (tx) => {
      tx.put('payment', 'pay1', null);
      tx.put('payment', 'pay2', { ...makePayment('p1', '2021-05-01', '3.5'), id: 'pay2' });
    });
    const next = county.receive(await town.send('3.xjpkg', { kind: '进度包' }));
    expect(next).toMatchObject({ accepted: true, facts: { new: 1, withdrawn: 1 } });
    expect(county.session.execution().payments.map(({ amountFen }) => amountFen)).toEqual([wan('3.5')]);
  });

  it('speaks only of projects that are here and the office’s own', async () => {
    town.session.change('test', '支付', (tx) => tx.put('payment', 'x', makePayment('p1', '2021-05-01', '3')));
    const told = county.receive(await town.send('1.xjpkg', { kind: '进度包' }));
    expect(told.facts.new).toBe(0);
    expect(told.refused[0]?.reason).toContain('不在本级的项目表里');
  });
});

describe('what comes down', () => {
  it('meets local edits field by field, and brings money and state', async () => {
    county.receive(await town.send('1.xjpkg'));
    edit(county, 'p1', { content: '县里审定的内容', goal: '县里写的目标' });
    edit(town, 'p1', { content: '乡里又改的内容', note: '乡里的备注' });
    county.session.change('test', '下达', (tx) => {
      tx.put('fundBatch', 'b1', makeBatch('b1', '100'));
      tx.put('fundLine', 'l1', { ...makeLine('b1', 'p1', '8'), id: 'l1' });
    });
    step(county, 'p1', 'stored', '2021-06-01');
    const down = await county.send('d.xjpkg', { kind: '下达包', to: TOWN });
    const asked = town.receive(down);
    expect(asked).toMatchObject({ accepted: false, isOpen: true, conflicts: 1 });
    expect(asked.conflictRows[0]).toMatchObject({
      ...{ project: '甲村水渠', column: '建设内容及规模', base: '甲村水渠的内容' },
      ...{ mine: '乡里又改的内容', theirs: '县里审定的内容' },
    });
    const key = asked.conflictRows[0]?.key ?? '';
    expect(town.receive(down, { settled: { [key]: 'theirs' } })).toMatchObject({ accepted: true, conflicts: 0 });
    expect(town.session.project('p1')).toMatchObject({
      ...{ content: '县里审定的内容', goal: '县里写的目标', note: '乡里的备注' },
    });
    expect(town.session.execution().lines).toHaveLength(1);
    expect(stateOf(town, 'p1')).toBe('stored');
    // What both agreed on is the base of the next package up: nothing is asked again.
    expect(county.receive(await town.send('2.xjpkg'))).toMatchObject({ accepted: true, changed: 1, refused: [] });
    expect(county.session.project('p1')).toMatchObject({ content: '县里审定的内容', note: '乡里的备注' });
  });

  it('is for the office that it names', async () => {
    county.receive(await town.send('1.xjpkg'));
    const down = await county.send('d.xjpkg', { kind: '下达包', to: TOWN });
    const other = makeOffice(folder, '研和街道');
    expect(other.receive(down).reason).toContain('是给大营街街道（乡镇）的');
    await expect(county.send('e.xjpkg', { kind: '下达包', to: '玉溪市' })).rejects.toThrow('不是红塔区（县）的下级');
  });
});

describe('rights', () => {
  it('what was refused is looked at again when the project may be changed', async () => {
    county.receive(await town.send('1.xjpkg'));
    for (const to of ['declared', 'checked', 'approved', 'stored'] as const) step(county, 'p1', to, '2021-06-01');
    edit(town, 'p1', { name: '甲村大水渠' });
    const locked = county.receive(await town.send('2.xjpkg'));
    expect(locked.refused).toEqual([expect.objectContaining({ project: '甲村水渠' })]);
    expect(county.session.project('p1').name).toBe('甲村水渠');
    county.session.change('test', '退回', (tx) =>
      writeSteps(tx, [{ ...makeEvent('p1', 'returned', '2021-07-01'), to: 'draft', reason: '名称有误' }]),
    );
    expect(county.receive(await town.send('3.xjpkg'))).toMatchObject({ changed: 1, refused: [] });
    expect(county.session.project('p1').name).toBe('甲村大水渠');
  });

  it('a project cannot leave for another town, nor one of another town be taken', async () => {
    county.receive(await town.send('1.xjpkg'));
    county.put(soundProject('q1', '研和水渠', '研和街道', '5'));
    town.put({ ...soundProject('q1', '研和水渠', TOWN, '5') });
    const told = county.receive(await town.send('2.xjpkg'), { take: 'theirs' });
    expect(told.refused[0]?.reason).toContain('不在大营街街道（乡镇）的范围内');
    expect(county.session.project('q1').town).toBe('研和街道');
  });

  it('opinions change nothing but the opinion', async () => {
    county.receive(await town.send('1.xjpkg'));
    const department = makeOffice(folder, '');
    department.put({ ...soundProject('p1', '部门改的名称', TOWN, '99'), unit: '区水利局、区交通局' });
    chooseOffice(department.session, '区水利局');
    step(department, 'p1', 'argued', '2021-05-01');
    const told = county.receive(await department.send('o.xjpkg', { kind: '论证意见包' }));
    expect(told).toMatchObject({ accepted: true, new: 0, changed: 0, facts: { new: 1 } });
    expect(county.session.project('p1').name).toBe('甲村水渠');
    expect(stateOf(county, 'p1')).toBe('argued');
  });
});

describe('another frame', () => {
  it('classes are found by their names, what is none here comes in as 未分类 and is told', async () => {
    town.session.change('test', '类别', (tx) => {
      const like = (id: string, name: string) => ({
        ...{ id, scheme: 'county', parent: 'county.industry', ordinal: '', name, aliases: [], lastYear: null },
        position: 900,
      });
      tx.put('category', 'own.1', like('own.1', '种桑养蚕'));
    });
    edit(town, 'p1', { categoryId: 'own.1' });
    const told = county.receive(await town.send('1.xjpkg'));
    expect(told.notes.join()).toContain('种桑养蚕”本级没有，1 个项目列为未分类');
    expect(county.session.project('p1').categoryId).toBeNull();
    expect(county.session.project('p2').categoryId).toBe('county.industry.planting');
  });

  it('money on a fund that the plan does not know is not taken', async () => {
    town.session.change('test', '来源', (tx) => {
      tx.put('fundSource', 'own.2', {
        ...{ id: 'own.2', parent: null, name: '彩票公益金', aliases: [], names: [], shown: 'always' },
        position: 900,
      });
    });
    const project = town.session.project('p1');
    edit(town, 'p1', { amounts: { ...project.amounts, bySource: { 'own.2': wan('10') } } });
    const told = county.receive(await town.send('1.xjpkg'));
    expect(told.new).toBe(1);
    expect(told.refused[0]?.reason).toContain('彩票公益金');
  });

  it('a project that both read from one sheet is one', async () => {
    county.put({ ...soundProject('9', '甲村水渠', TOWN, '10'), note: '县里的备注' });
    const told = county.receive(await town.send('1.xjpkg'));
    expect(told).toMatchObject({ accepted: true, new: 1 });
    expect(county.session.planData().projects).toHaveLength(2);
    expect(told.notes.join()).toContain('当作同一个项目');
    edit(town, 'p1', { content: '新的内容' });
    expect(county.receive(await town.send('2.xjpkg'))).toMatchObject({ changed: 1, conflicts: 0 });
    expect(county.session.project('9')).toMatchObject({ content: '新的内容', note: '县里的备注' });
    // Going down it has the id by which the town knows it.
    edit(county, '9', { goal: '目标' });
    expect(town.receive(await county.send('d.xjpkg', { kind: '下达包', to: TOWN }))).toMatchObject({
      new: 0,
      changed: 1,
    });
    expect(town.session.project('p1').goal).toBe('目标');
  });
});

describe('keys', () => {
  it('another key is accepted only by hand, and holds from then on', async () => {
    expect(county.receive(await town.send('1.xjpkg', { sign: true })).accepted).toBe(true);
    rmSync(join(folder, `keys-${TOWN}`), { recursive: true });
    const moved = await town.send('2.xjpkg', { sign: true });
    expect(county.receive(moved)).toMatchObject({ accepted: false, isKeyRefused: true });
    expect(county.receive(moved, { acceptsKey: true }).accepted).toBe(true);
    expect(county.receive(await town.send('3.xjpkg')).accepted).toBe(true);
    const unsigned = await town.send('4.xjpkg', { sign: false });
    expect(county.receive(unsigned).reason).toContain('这个包没有签名');
  });

  it('never stand in the workbook', async () => {
    await town.send('1.xjpkg', { sign: true });
    town.session.close();
    const bytes = readFileSync(town.session.file.path);
    expect(bytes.includes('PRIVATE KEY')).toBe(false);
  });
});

describe('numbers', () => {
  it('are used once, also where the step was taken back', async () => {
    await town.send('1.xjpkg');
    town.session.undo();
    const again = await town.send('2.xjpkg');
    expect(county.receive(again)).toMatchObject({ accepted: true, number: 2 });
    await expect(town.send('3.xjpkg', { number: 2 })).rejects.toThrow('第 2 号已经用过');
  });

  it('a receipt says what was adopted and what was sent back, until the sender hands it up again', async () => {
    const path = await town.send('1.xjpkg', { stepOn: '2021-03-01' });
    expect(stateOf(town, 'p1')).toBe('draft');
    step(town, 'p1', 'declared', '2021-03-01');
    const second = await town.send('2.xjpkg', { stepOn: '2021-03-02' });
    expect(stateOf(town, 'p1')).toBe('checked');
    county.receive(path);
    const { received } = county.receive(second);
    county.session.change('test', '退回', (tx) =>
      writeSteps(tx, [{ ...makeEvent('p1', 'returned', '2021-03-02'), to: 'declared', reason: '缺图纸' }]),
    );
    const [, last] = county.session.receivedPackages();
    if (!last || received === null) throw new Error('not received');
    expect(receiptOf(county.session, last).returned).toEqual([
      { projectId: 'p1', name: '甲村水渠', reason: '缺图纸', dueDate: null },
    ]);
    await writeReceipt(county.session, join(folder, 'r.xjpkg'), [received], { program: 't', keyFolder: folder });
    expect(town.receive(join(folder, 'r.xjpkg'))).toMatchObject({ accepted: true, facts: { new: 1 } });
    expect(town.session.sentPackages()[1]?.receipt?.returned).toHaveLength(1);
    // Handed up again on the same day: it is no longer returned.
    const third = await town.send('3.xjpkg', { stepOn: '2021-03-02' });
    expect(county.receive(third)).toMatchObject({ accepted: true, conflicts: 0, refused: [] });
    expect(receiptOf(county.session, last).returned).toEqual([]);
  });
});

it('who has reported, by the deadline', async () => {
  county.receive(await town.send('1.xjpkg'));
  const { offices } = readReported(county.session, { today: '2020-01-02', deadline: '2020-01-01' });
  expect(offices.filter(({ reported }) => reported).map(({ name, state }) => [name, state])).toEqual([
    [TOWN, '逾期上报'],
  ]);
  expect(offices.find(({ name }) => name === '研和街道')).toMatchObject({
    ...{ state: '逾期未报', code: '530402/研和街道' },
  });
});
