// Single bytes of a workbook changed: whatever changes a fact is told by 检查文件.
import { readFileSync } from 'node:fs';
import { verifyDatabase } from '#electron/services/verify.ts';
import { factsOf, onBytes } from './facts.ts';
import { pick, type Tally } from './tally.ts';

/** What a reader would hold after the damage; null: it can no longer be read. */
function factsIn(bytes: Buffer): string | null {
  try {
    return onBytes(bytes, factsOf);
  } catch {
    return null;
  }
}

function isTold(bytes: Buffer): boolean {
  try {
    return onBytes(bytes, verifyDatabase).length > 0;
  } catch {
    return true;
  }
}

/** The workbook is only read. */
export function soakFlips(source: string, times: number): Tally {
  const sound = readFileSync(source);
  const before = factsIn(sound);
  const failures: string[] = [];
  let changed = 0;
  for (let time = 0; time < times; time += 1) {
    const bytes = Buffer.from(sound);
    const at = pick(bytes.length);
    const value = (bytes.readUInt8(at) + 1 + pick(255)) % 256;
    bytes.writeUInt8(value, at);
    if (factsIn(bytes) === before) continue;
    changed += 1;
    if (!isTold(bytes)) failures.push(`byte ${at} made ${value}`);
  }
  return { name: 'bytes of a workbook changed', tried: times, counted: changed, unit: 'that changed a fact', failures };
}
