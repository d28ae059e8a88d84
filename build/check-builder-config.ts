// Checks electron-builder.yml against electron-builder's own schema, without network: node build/check-builder-config.ts
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

export type BuilderConfig = Record<string, unknown>;

interface Yaml {
  load(text: string): unknown;
}
interface Validator {
  validateConfiguration(config: unknown, logger: unknown): Promise<void>;
}
interface BuilderUtil {
  DebugLogger: new (isEnabled: boolean) => unknown;
}

/** The file as data. */
export function readBuilderConfig(file: string): BuilderConfig {
  const { load } = require('js-yaml') as Yaml;
  return load(readFileSync(file, 'utf8')) as BuilderConfig;
}

/** Rejects with the name of each property that electron-builder does not know or take. */
export async function checkBuilderConfig(config: BuilderConfig): Promise<void> {
  const { DebugLogger } = require('builder-util') as BuilderUtil;
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as Validator;
  await validateConfiguration(config, new DebugLogger(false));
}

if (import.meta.main) {
  await checkBuilderConfig(readBuilderConfig(path.resolve(import.meta.dirname, '../electron-builder.yml')));
  console.log('electron-builder.yml: valid');
}
