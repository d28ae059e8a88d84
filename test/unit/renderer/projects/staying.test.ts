import { describe, expect, it } from 'vitest';
import type { Asked } from '#renderer/features/projects/filters/match.ts';
import { keepStaying } from '#renderer/features/projects/filters/staying.ts';
import { makeSubjects } from '#renderer/features/projects/filters/subjects.ts';
import { planWith } from '#test/unit/seeds/sample-plan.ts';
import { project, REFERENCE } from './fixture.ts';

const { plan } = planWith([]);
const subjects = makeSubjects({ plan, reference: REFERENCE, amountText: String });
const natures = (values: string[]): Asked => ({
  filters: { nature: { kind: 'values', values } },
  search: '',
  only: null,
});
const one = (id: string, nature: string) => project(id, 'a', '1', { nature });

describe('the rows of a filter', () => {
  it('keep an edited row until the filter is set again, take in what passes, drop what was deleted', () => {
    const asked = natures(['新建']);
    const first = keepStaying(null, [one('a', '新建'), one('b', '续建'), one('c', '新建')], asked, subjects);
    expect(first.shown.map(({ id }) => id)).toEqual(['a', 'c']);
    const edited = [one('a', '续建'), one('b', '新建'), one('c', '新建')];
    const second = keepStaying(first, edited, asked, subjects);
    expect(second.shown.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const third = keepStaying(second, edited.slice(0, 2), asked, subjects);
    expect(third.shown.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(keepStaying(third, edited, natures(['新建']), subjects).shown.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
