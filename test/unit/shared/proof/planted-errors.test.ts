// How well the proof does: every figure that something else pins down is spoiled once, in drafts of other counties, classes,
// units and layouts. The table in ARCHITECTURE.md tells the same numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import { DRAFTS } from '#test/support/drafts/all-drafts.ts';
import { pinDraft } from '#test/support/drafts/figures.ts';
import { measureProof } from '#test/support/drafts/measure-proof.ts';

const SEED = 20_260_101;
const page = readFileSync(join(import.meta.dirname, '../../../../ARCHITECTURE.md'), 'utf8');

const measured = DRAFTS.map(({ name, parts }) => {
  const pinned = pinDraft(parts());
  return { name, clean: proveDraft(pinned.draft, null), ...measureProof(pinned, SEED) };
});

describe('planted errors', () => {
  it.each(measured)('nothing is marked in $name as it was written', ({ clean }) => {
    expect(clean.findings.map(({ message }) => message)).toEqual([]);
  });

  it.each(measured)('$name: what is planted is found and what is marked was planted', (one) => {
    expect(one.planted).toBeGreaterThan(15);
    expect(one.missed.length).toBeLessThanOrEqual(Math.max(1, one.planted * 0.03));
    expect(one.falseMarks).toBeLessThanOrEqual(Math.max(1, one.marks * 0.05));
  });

  it('all drafts together keep the goals', () => {
    const sum = (of: (one: (typeof measured)[number]) => number): number =>
      measured.reduce((total, one) => total + of(one), 0);
    expect(sum(({ found }) => found) / sum(({ planted }) => planted)).toBeGreaterThanOrEqual(0.97);
    expect(sum(({ falseMarks }) => falseMarks) / sum(({ marks }) => marks)).toBeLessThanOrEqual(0.05);
  });

  it('the table in ARCHITECTURE.md says what was measured', () => {
    for (const { name, planted, found, marks, falseMarks } of measured)
      expect(page).toContain(`| ${name} | ${planted} | ${found} | ${marks} | ${falseMarks} |`);
  });
});
