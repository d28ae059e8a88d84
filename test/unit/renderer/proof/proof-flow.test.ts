// The course of a proof in the window: reading, late replies, failures, and going through what was found.
import { describe, expect, test, vi } from 'vitest';
import { createProofFlow } from '#renderer/features/proof/proof-flow.ts';
import { stepItem } from '#renderer/features/proof/proof-state.ts';
import type { ProofView } from '#shared/contract/methods/proof.ts';
import { reportProof } from '#shared/proof/proof-report.ts';

function viewOf(name: string): ProofView {
  const draft: ProofView['draft'] = {
    format: 'txt',
    blocks: [{ kind: 'paragraph', role: 'text', level: null, text: '共47个和9个', at: 0 }],
    remarks: [],
  };
  const where = { kind: 'text', block: 0, start: 1, end: 3 } as const;
  const finding = {
    rule: 'X',
    raw: '47',
    expected: '46',
    difference: '1',
    where,
    against: [],
    message: '差1',
    cause: null,
  };
  const report = reportProof(draft, {
    tables: 0,
    figures: { checked: 2, agree: 0, unlocated: 1 },
    findings: [
      { ...finding, level: 'error' },
      { ...finding, level: 'doubt' },
    ],
    unlocated: [{ kind: 'text', block: 0, start: 5, end: 6 }],
  });
  return { id: name, name, draft, report, plan: null, canMark: false };
}

function makeFlow() {
  const answers: { method: string; answer: (value: unknown) => void; fail: (error: unknown) => void }[] = [];
  const success = vi.fn();
  const flow = createProofFlow({
    call: ((method: string) => new Promise((answer, fail) => answers.push({ method, answer, fail }))) as never,
    chooseOpen: async () => [{ token: 't', name: '稿.docx', folder: '' }],
    messenger: {
      current: { error: vi.fn(), success, warn: vi.fn(), choose: vi.fn(), password: vi.fn(), confirm: vi.fn() },
    },
  });
  return { flow, answers, success };
}

describe('reading', () => {
  test('a chosen file is shown when it was proved', async () => {
    const { flow, answers } = makeFlow();
    const done = flow.choose();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(flow.state.get()).toMatchObject({ stage: 'reading', reading: '稿.docx' });
    answers[0]?.answer(viewOf('甲'));
    await done;
    expect(flow.state.get()).toMatchObject({ stage: 'shown', current: null, view: { name: '甲' } });
  });

  test('a failure is said, and a text that was typed stays', async () => {
    const { flow, answers } = makeFlow();
    flow.state.set({ text: '一段文字' });
    const done = flow.prove('一段文字');
    answers[0]?.fail(new Error('坏了'));
    await done;
    expect(flow.state.get()).toMatchObject({ stage: 'start', view: null, error: '程序出错：坏了', text: '一段文字' });
  });

  test('a reply that comes after the user has gone on is dropped', async () => {
    const { flow, answers } = makeFlow();
    const first = flow.prove('甲');
    const second = flow.prove('乙');
    answers[1]?.answer(viewOf('乙'));
    answers[0]?.answer(viewOf('甲'));
    await Promise.all([first, second]);
    expect(flow.state.get().view?.name).toBe('乙');
    const third = flow.prove('丙');
    flow.leave();
    answers[2]?.answer(viewOf('丙'));
    await third;
    expect(flow.state.get()).toMatchObject({ stage: 'start', view: null });
  });
});

describe('going through', () => {
  test('F8 goes round the ends of the lines that the filter shows, and to their places', async () => {
    const { flow, answers, success } = makeFlow();
    const done = flow.prove('甲');
    answers[0]?.answer(viewOf('甲'));
    await done;
    const steps = [1, 1, 1, -1].map((by) => {
      flow.step(by as 1 | -1);
      return flow.state.get().current;
    });
    expect(steps).toEqual([0, 1, 0, 1]);
    flow.show('unlocated');
    expect(flow.state.get().current).toBeNull();
    flow.step(-1);
    expect(flow.state.get()).toMatchObject({ current: 0, jump: { place: { start: 5 }, at: 5 } });
    flow.show('doubt');
    flow.step(1);
    expect(flow.state.get().current).toBe(0);
    expect(success).not.toHaveBeenCalled();
    expect(stepItem(0, null, 1)).toBeNull();
  });
});
