// The two sides of a comparison: a kept version, the plan as it is now, a file.
import { basename } from 'node:path';
import { AppError } from '#shared/values/app-error.ts';
import { compareSides, type VersionComparison, type VersionSide } from '#shared/versions/compare.ts';
import { readOtherPlan } from '../other-projects.ts';
import type { Session } from '../session.ts';
import { unpackPlan } from './content.ts';
import { findVersion } from './versions.ts';

export type SideChoice = { now: true } | { version: string } | { path: string };

/** Errors (AppError): not-found, damaged, those of reading a file, invalid-input for one thing compared with itself. */
export async function compareVersions(session: Session, a: SideChoice, b: SideChoice): Promise<VersionComparison> {
  if (JSON.stringify(a) === JSON.stringify(b))
    throw new AppError('invalid-input', '两边选的是同一个版本，没有什么可以比较。请选另一个。');
  return compareSides(await readSide(session, a), await readSide(session, b));
}

async function readSide(session: Session, choice: SideChoice): Promise<VersionSide> {
  if ('now' in choice) return { name: '现在的项目表', ...session.planData() };
  if ('path' in choice) return { name: `“${basename(choice.path)}”`, ...(await readOtherPlan(session, choice.path)) };
  const { name, kind, content } = findVersion(session, choice.version);
  return { name: name.includes(kind) ? name : `${name}（${kind}）`, ...unpackPlan(name, content) };
}
