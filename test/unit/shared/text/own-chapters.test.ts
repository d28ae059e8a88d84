// Chapters and paragraphs of the planner's own: where they stand, how they move, that none is lost.
import { describe, expect, it } from 'vitest';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { Records } from '#shared/records/records.ts';
import { chooseParts } from '#shared/text/choose-parts.ts';
import { documentOutline } from '#shared/text/outline.ts';
import { addedIn, movedIn, type Ordered, ownByPlace, placesIn } from '#shared/text/own-places.ts';
import { fc } from '#test/support/fc.ts';
import { makePlan, makeProject } from '#test/unit/electron/excel/write/fixture-plan.ts';

function planWith(records: Records): PlanData {
  return { ...makePlan([makeProject('a', '甲')]), records };
}

const titles = (data: PlanData): string[] =>
  documentOutline(data).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

const chapters = new Map([
  ['chapter:own:1', { title: '一、总则', after: '', rank: 0 }],
  ['chapter:own:3', { title: '三、总体要求', after: '', rank: 2 }],
  ['chapter:own:2', { title: '二、发展现状', after: '', rank: 1 }],
  ['chapter:own:6', { title: '六、保障措施', after: 'chapter:money', rank: 0 }],
]);

describe('chapters of one’s own', () => {
  it('stand among the standard ones, by their rank', () => {
    const found = titles(planWith({ chapter: chapters }));
    const own = found.filter((title) => /^[一二三四五六]、/.test(title));
    expect(own).toEqual([
      '一、总则',
      '二、发展现状',
      '三、总体要求',
      '四、建设任务',
      '五、投资概算及资金筹措',
      '六、保障措施',
    ]);
  });

  it('carry their paragraphs, and go out only with something in them', () => {
    const paragraph = new Map([
      ['text:own:b', { template: '第二段', title: '总则', after: 'chapter:own:1', rank: 1 }],
      ['text:own:a', { template: '第一段', title: '总则', after: 'chapter:own:1', rank: 0 }],
    ]);
    const blocks = documentOutline(planWith({ chapter: chapters, paragraph }));
    expect(blocks.slice(0, 3).map(({ id }) => id)).toEqual(['chapter:own:1', 'text:own:a', 'text:own:b']);
    const printed = chooseParts(blocks).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(printed).toContain('一、总则');
    expect(printed).not.toContain('二、发展现状');
  });

  it('give a standard chapter another title, under its id', () => {
    const records = { chapter: new Map([['chapter:tasks', { title: '三、重点任务' }]]) };
    const data = planWith(records);
    expect(titles(data)).toContain('三、重点任务');
    expect(documentOutline(data).find(({ id }) => id === 'chapter:tasks')).toMatchObject({ standard: '四、建设任务' });
  });

  it('keeps paragraphs whose class or chapter is gone, at the end', () => {
    const paragraph = new Map([['text:own:x', { template: '还在', title: '补充', after: 'text:class:gone' }]]);
    const blocks = documentOutline(planWith({ paragraph }));
    expect(blocks.at(-1)).toMatchObject({ id: 'text:own:x', template: '还在' });
    expect(blocks.at(-2)).toMatchObject({ kind: 'heading', text: '原处已不在的段落' });
  });

  it('leaves paragraphs of older workbooks in the order in which they were added', () => {
    const paragraph = new Map(
      ['b', 'a', 'c'].map((id) => [`text:own:${id}`, { template: id, title: '补充', after: 'text:estimate' }]),
    );
    const ids = documentOutline(planWith({ paragraph })).map(({ id }) => id);
    const at = ids.indexOf('text:estimate');
    expect(ids.slice(at + 1, at + 4)).toEqual(['text:own:b', 'text:own:a', 'text:own:c']);
  });
});

describe('an order', () => {
  const order = fc
    .array(fc.boolean(), { maxLength: 12 })
    .map((kinds) => kinds.map((isOwn, at): Ordered => ({ id: `${isOwn ? 'own' : 'standard'}${at}`, isOwn })));

  /** What comes out of the places that an order gives. */
  function readBack(all: readonly Ordered[]): string[] {
    const own = ownByPlace(placesIn(all));
    const behind = (id: string): string[] => (own.get(id) ?? []).map((one) => one.id);
    return [...behind(''), ...all.filter(({ isOwn }) => !isOwn).flatMap(({ id }) => [id, ...behind(id)])];
  }

  it('comes back from its places, after additions and moves too', () => {
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), fc.constantFrom('up', 'down'), (all, behind, moved, way) => {
        expect(readBack(all)).toEqual(all.map(({ id }) => id));
        const added = addedIn(all, 'new', all[behind % Math.max(1, all.length)]?.id ?? '');
        expect(readBack(added)).toEqual(added.map(({ id }) => id));
        const own = added.filter(({ isOwn }) => isOwn);
        const next = movedIn(added, own[moved % own.length]?.id ?? '', way);
        if (next) expect(readBack(next)).toEqual(next.map(({ id }) => id));
      }),
    );
  });
});
