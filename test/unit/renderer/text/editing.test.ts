// The pure parts of the page 文稿: undo of a draft, the picker's field, marks cut into a text.
import { describe, expect, it } from 'vitest';
import { redoDraft, startDraft, stepDraft, undoDraft } from '#renderer/features/text/draft.ts';
import { choiceOf, FIRST_CHOICE, fieldOf, missingIn } from '#renderer/features/text/field-choice.ts';
import { countText, cutText } from '#renderer/features/text/mark-words.ts';
import { outputSections, tick, tickedOf } from '#renderer/features/text/output-parts.ts';
import type { BlockView } from '#shared/contract/methods/text.ts';
import { checkTemplate } from '#shared/text/check-template.ts';
import { FIELDS } from '#shared/text/fields.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

describe('draft', () => {
  const step = (template: string) => ({ template, caret: template.length });

  it('joins letters typed in one go and takes them back together', () => {
    let draft = startDraft('甲');
    draft = stepDraft(draft, step('甲乙'), 1000, true);
    draft = stepDraft(draft, step('甲乙丙'), 1200, true);
    draft = stepDraft(draft, step('甲乙丙丁'), 9000, true);
    expect(undoDraft(draft).now.template).toBe('甲乙丙');
    expect(undoDraft(undoDraft(draft)).now.template).toBe('甲');
    expect(undoDraft(undoDraft(undoDraft(draft))).now.template).toBe('甲');
    expect(redoDraft(undoDraft(draft)).now.template).toBe('甲乙丙丁');
  });

  it('an inserted field is a step of its own, and a new step ends redo', () => {
    let draft = stepDraft(startDraft(''), step('共'), 1000, true);
    draft = stepDraft(draft, step('共{{个数}}'), 1100, false);
    draft = stepDraft(draft, step('共{{个数}}。'), 1200, true);
    expect(undoDraft(draft).now.template).toBe('共{{个数}}');
    expect(redoDraft(stepDraft(undoDraft(draft), step('共'), 5000, true)).now.template).toBe('共');
  });
});

describe('the picker', () => {
  const info = (name: string) => FIELDS.find((field) => field.name === name);

  it.each([
    ['{{总投资|亿元|2位}}'],
    ['{{投资:种植业×2021}}'],
    ['{{最大项目:乡村特色产业帮扶×3}}'],
    ['{{个数:2021|不带单位}}'],
    ['{{表:表4-1}}'],
  ])('shows and makes %s', (source) => {
    const choice = choiceOf(source);
    expect(choice && fieldOf(choice, info(choice.name))).toBe(source);
  });

  it('says what is missing and leaves out what a field does not take', () => {
    expect(missingIn({ ...FIRST_CHOICE, name: '投资' }, info('投资'))).toBe('请选择类别、年度、来源或地点。');
    expect(missingIn(FIRST_CHOICE, info('总投资'))).toBeNull();
    expect(fieldOf({ ...FIRST_CHOICE, subjects: ['2021'], items: 3 }, info('总投资'))).toBe('{{总投资}}');
  });
});

describe('cutText', () => {
  it('cuts at fields and marks, the wrong one where two share a place', () => {
    const data = samplePlan();
    const checked = checkTemplate(
      '{{地区}}有81个（其中教育帮扶16个、健康帮扶20个）项目。',
      data,
      partLabels(data),
      'county.service',
    );
    const shown = cutText(checked);
    expect(shown.map((piece) => (piece.kind === 'field' ? piece.piece.text : piece.text)).join('')).toBe(
      '红塔区有81个（其中教育帮扶16个、健康帮扶20个）项目。',
    );
    const marks = shown.flatMap((piece) => (piece.kind === 'mark' ? [[piece.text, piece.mark.status]] : []));
    expect(marks).toEqual([
      ['81个', 'warning'],
      ['16个', 'same'],
      ['20个', 'differs'],
    ]);
    expect(countText(checked)).toEqual({ wrong: 2, right: 2, unknown: 0, broken: 0 });
  });
});

describe('parts to print', () => {
  // What is in a table or chart plays no part here.
  const part = (kind: 'table' | 'chart', id: string) => ({ kind, id, label: id, title: '题' }) as BlockView;
  const sections = outputSections([
    { kind: 'heading', id: 'h1', level: 1, text: '四、' },
    part('table', 'a'),
    { kind: 'heading', id: 'h2', level: 2, text: '（一）' },
    part('chart', 'b'),
    { kind: 'heading', id: 'h3', level: 2, text: '（二）' },
    { kind: 'heading', id: 'h4', level: 1, text: '五、' },
    part('table', 'c'),
  ]);

  it('a heading holds what stands beneath it; one over nothing is not offered', () => {
    expect(sections.map(({ id, all }) => [id, all])).toEqual([
      ['h1', ['a', 'b']],
      ['h2', ['b']],
      ['h4', ['c']],
    ]);
  });

  it('ticks and unticks whole sections', () => {
    const left = new Set(tick(new Set(), ['a', 'b'], false));
    expect([tickedOf(['a', 'b'], left), tickedOf(['b', 'c'], left), tickedOf(['c'], left)]).toEqual([
      'none',
      'some',
      'all',
    ]);
    expect(tick(left, ['b'], true)).toEqual(['a']);
  });
});
