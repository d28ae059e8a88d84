// The architecture as told in ARCHITECTURE.md is the architecture of the code.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

interface Layer {
  place: string;
  allowed: string[];
  electron: boolean;
}

/** The rows of the layer table. */
function readLayers(): Layer[] {
  const section = page.slice(page.indexOf('## Layers'), page.indexOf('## The life'));
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [place = '', , allowed = '', electron = ''] = line.split('|').slice(1, -1);
      const names = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      return { place: names(place)[0] ?? '', allowed: names(allowed), electron: electron.trim() === 'yes' };
    });
}

function listSources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

const layers = readLayers();
const layerOf = (file: string): Layer | undefined =>
  layers.filter((layer) => file === layer.place || (layer.place.endsWith('/') && file.startsWith(layer.place))).at(-1);

const sources = ['shared', 'seeds', 'electron', 'renderer'].flatMap(listSources);

describe('layers', () => {
  it('the table covers every source file', () => {
    expect(layers.length).toBeGreaterThan(10);
    expect(sources.filter((file) => !layerOf(file))).toEqual([]);
  });

  it('every import goes down', () => {
    const wrong: string[] = [];
    for (const file of sources) {
      const layer = layerOf(file);
      for (const specifier of importsOf(file)) {
        const target = specifier.startsWith('#')
          ? specifier.slice(1)
          : specifier.startsWith('.')
            ? posix.join(dirname(file), specifier)
            : null;
        if (target === null) {
          if (specifier === 'electron' && !layer?.electron) wrong.push(`${file}: electron`);
          continue;
        }
        const other = layerOf(target);
        const isAllowed = layer?.allowed.some((place) => other?.place.startsWith(place));
        if (other && other !== layer && !isAllowed) wrong.push(`${file}: ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('each row names only folders above itself, so there are no cycles', () => {
    const rowOf = (place: string) => layers.findLastIndex((layer) => layer.place.startsWith(place));
    const climbing = layers.flatMap(({ place, allowed }, row) =>
      allowed.filter((name) => rowOf(name) === -1 || rowOf(name) >= row).map((name) => `${place}: ${name}`),
    );
    expect(climbing).toEqual([]);
  });
});

describe('house rules', () => {
  it('no file is longer than 400 lines', () => {
    const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('every file opens with what it is for', () => {
    expect(sources.filter((file) => !readFileSync(join(root, file), 'utf8').startsWith('//'))).toEqual([]);
  });

  it('no floating point near money, no escape from types, nothing unfinished', () => {
    const pattern = /\bparseFloat\(|\bas any\b|: any\b(?!where)/;
    const code = (file: string): string =>
      readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      sources.filter((file) => pattern.test(code(file)) || /TODO|FIXME/.test(readFileSync(join(root, file), 'utf8'))),
    ).toEqual([]);
  });

  it('no dangerous window settings anywhere', () => {
    const pattern =
      /nodeIntegration:\s*true|contextIsolation:\s*false|webSecurity:\s*false|openExternal\(|dangerouslySetInnerHTML/;
    expect(sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});

describe('style sheets', () => {
  it('a class is laid out by one feature only', () => {
    const owners = new Map<string, Set<string>>();
    for (const file of readdirSync(join(root, 'renderer/features'), { recursive: true }).map(String)) {
      if (!file.endsWith('.css')) continue;
      const css = readFileSync(join(root, 'renderer/features', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{/g)) {
        for (const selector of selectors.split(',')) {
          const name = /^\s*(?:\w+)?\.(xj-[\w-]+)/.exec(selector)?.[1];
          if (name) owners.set(name, (owners.get(name) ?? new Set()).add(file.split(/[\\/]/)[0] ?? ''));
        }
      }
    }
    expect(owners.size).toBeGreaterThan(100);
    expect([...owners].filter(([, features]) => features.size > 1).map(([name]) => name)).toEqual([]);
  });
});
