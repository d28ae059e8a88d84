// The pages tell the truth: their generated tables are what the lists in the code say.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#electron/cli/commands.ts';
import { RULES } from '#shared/checks/rules.ts';
import { METHODS } from '#shared/contract/methods.ts';
import { TABLE_FAMILIES } from '#shared/tables/specs.ts';
import { fillSections, PAGES } from '../../build/write-docs.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

it.each(PAGES)('%s is up to date (npm run docs refreshes it)', (name) => {
  expect(read(name)).toBe(fillSections(read(name)));
});

describe('nothing is undocumented', () => {
  it.each([
    ['method', 'ARCHITECTURE.md', Object.keys(METHODS)],
    ['rule', 'ARCHITECTURE.md', RULES.map((rule) => rule.id)],
    ['table', 'ARCHITECTURE.md', TABLE_FAMILIES.map(({ id }) => id)],
    ['command', 'README.md', COMMANDS.map((command) => `xianjie ${command.name}`)],
  ])('every %s stands in %s', (_, page, names) => {
    const text = read(page);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it('links and pictures of the pages are there', () => {
    for (const page of [...PAGES, 'CONTRIBUTING.md', 'CHANGELOG.md']) {
      const targets = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
      expect(targets.filter((target) => !/^https?:/.test(target) && !existsSync(join(root, target)))).toEqual([]);
    }
  });
});
