// Fills the generated tables of README.md and ARCHITECTURE.md from the lists they describe. Run: npm run docs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '#electron/cli/commands.ts';
import { usageLine } from '#electron/cli/help.ts';
import { FUND_SOURCES } from '#seeds/fund-sources.ts';
import { RULES } from '#shared/checks/rules.ts';
import { METHODS } from '#shared/contract/methods.ts';
import { FIELDS } from '#shared/domain/fields.ts';
import { PROMISES } from '#shared/help/promise.ts';
import { TABLE_FAMILIES } from '#shared/tables/specs.ts';

const root = join(import.meta.dirname, '..');

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const SECTIONS: Record<string, () => string> = {
  methods: () =>
    markdownTable(
      ['method', 'kind', 'does'],
      Object.entries(METHODS).map(([name, method]) => [`\`${name}\``, method.kind, method.summary]),
    ),
  rules: () =>
    markdownTable(
      ['rule', 'title', 'what it checks'],
      RULES.map((rule) => [rule.id, rule.title, rule.help]),
    ),
  tables: () =>
    markdownTable(
      ['table', 'what it shows'],
      TABLE_FAMILIES.map(({ id, summary }) => [`\`${id}\``, summary]),
    ),
  promise: () =>
    markdownTable(
      ['承诺', 'tests'],
      PROMISES.flatMap(({ sentences }) =>
        sentences.map(({ text, tests }) => [text, tests.map((test) => `\`${test}\``).join('; ')]),
      ),
    ),
  fields: () =>
    markdownTable(
      ['field', '栏目'],
      FIELDS.flatMap((field) => {
        if (field.id === 'year') return [['`year:2021` …', '分年度投资']];
        if (field.id !== 'source') return [[`\`${field.id}\``, field.label]];
        return FUND_SOURCES.filter(({ parent }) => parent === null).map(({ id, name }) => [`\`source:${id}\``, name]);
      }),
    ),
  commands: () =>
    markdownTable(
      ['command', '做什么'],
      COMMANDS.map((command) => [`\`${usageLine(command)}\``, command.summary]),
    ),
};

/** A page with its generated sections filled in; throws on a section that nobody knows. */
export function fillSections(page: string): string {
  return page.replace(/<!-- generated: (\w+) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const section = SECTIONS[name];
    if (!section) throw new Error(`no generated section ${name}`);
    return `<!-- generated: ${name} -->\n\n${section()}\n\n<!-- end -->`;
  });
}

/** The pages that hold generated sections. */
export const PAGES = ['README.md', 'ARCHITECTURE.md'] as const;

if (import.meta.main) {
  for (const name of PAGES) {
    const path = join(root, name);
    writeFileSync(path, fillSections(readFileSync(path, 'utf8')));
  }
}
