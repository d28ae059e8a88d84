// Each sentence of the promise is tied to tests that are there: a test that is renamed or removed takes its sentence along.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROMISES } from '#shared/help/promise.ts';

const root = join(import.meta.dirname, '../..');
const sentences = PROMISES.flatMap((group) => group.sentences);

/** Whether the file runs a test of this name: it( or it.each(…)( before it, and not skipped. */
function runsTest(file: string, name: string): boolean {
  const source = readFileSync(join(root, file), 'utf8');
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => {
    const at = source.indexOf(`(${quoted}, `) >= 0 ? source.indexOf(`(${quoted}, `) : source.search(named(quoted));
    return at >= 0 && !/\b(?:it|test|describe)\.(?:skip|todo|only)\b/.test(source);
  });
}

/** A name on a line of its own, behind an opening bracket. */
function named(quoted: string): RegExp {
  return new RegExp(`\\(\\s*${quoted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')},`);
}

describe('the promise', () => {
  it('ties every sentence to a test', () => {
    expect(sentences.length).toBeGreaterThan(12);
    expect(sentences.filter(({ tests }) => tests.length === 0)).toEqual([]);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it.each(sentences.flatMap(({ tests }) => [...tests]))('%s is there and runs', (test) => {
    const [file = '', name = ''] = test.split(' › ');
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(runsTest(file, name), test).toBe(true);
  });

  it('would miss a test that is not there', () => {
    expect(runsTest('test/unit/promise.test.ts', 'a name that nobody gave')).toBe(false);
  });
});
