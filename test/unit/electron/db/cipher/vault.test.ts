// A workbook with a password: nothing of it readable without, every step on the disk when it is acknowledged, every changed
// byte told, what a killed program left half written not counted.
import { appendFileSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOf, makeKey, unlock } from '#electron/db/cipher/keyring.ts';
import { openVault, readVault } from '#electron/db/cipher/vault-file.ts';
import { MARK_PLACES, openWhole, sealStep, sealWhole } from '#electron/db/cipher/vault-image.ts';
import { HEAD_BYTES, isVault, newVaultKey, VaultDamage, vaultKeyOf } from '#electron/db/cipher/vault-key.ts';
import { openFile } from '#electron/db/open.ts';
import { salvageWorkbook } from '#electron/services/restore/salvage.ts';
import { setPassword } from '#electron/services/set-password.ts';
import { examineSnapshot } from '#electron/services/verify.ts';
import { fc } from '#test/support/fc.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const PASSWORD = '红塔规划二〇二六';
const key = newVaultKey(PASSWORD);

const content = fc.record({
  length: fc.integer({ min: 0, max: 40_000 }),
  seeds: fc.array(fc.tuple(fc.nat(40_000), fc.nat(255)), { maxLength: 6 }),
});
const toBytes = ({ length, seeds }: { length: number; seeds: [number, number][] }): Buffer => {
  const bytes = Buffer.alloc(length, 7);
  for (const [at, value] of seeds) if (at < length) bytes[at] = value;
  return bytes;
};

describe('the sealed file', () => {
  it('gives back whatever was put in, step by step', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 6 }), (contents) => {
        const [first = Buffer.alloc(0), ...later] = contents.map(toBytes);
        let { bytes, mark } = sealWhole(key, first);
        let before = first;
        for (const now of later) {
          const step = sealStep(key, before, now, mark);
          if (step === null) {
            expect(now.equals(before)).toBe(true);
            continue;
          }
          bytes = Buffer.concat([bytes, step.bytes]);
          mark = step.mark;
          before = now;
        }
        // The mark says how far the file holds: the file as it was first written still holds its first content.
        expect(openWhole(key, bytes).plain.equals(first)).toBe(true);
        expect(mark.length).toBe(bytes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('tells every changed byte of what it holds', () => {
    const { bytes } = sealWhole(key, toBytes({ length: 9000, seeds: [[5000, 1]] }));
    for (let at = HEAD_BYTES; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      expect(() => openWhole(key, changed), `byte ${at}`).toThrow(VaultDamage);
    }
  });

  it('holds with one of its two marks damaged, and tells when both are', () => {
    const plain = toBytes({ length: 5000, seeds: [] });
    const { bytes } = sealWhole(key, plain);
    const [first, second] = MARK_PLACES;
    for (const place of MARK_PLACES) {
      const changed = Buffer.from(bytes);
      changed[place] = 255;
      expect(openWhole(key, changed).plain.equals(plain)).toBe(true);
    }
    bytes[first] = 255;
    bytes[second] = 255;
    expect(() => openWhole(key, bytes)).toThrow(VaultDamage);
  });

  it('opens with its password only, however the letters are composed', () => {
    const { bytes } = sealWhole(newVaultKey('mot de passe été'), Buffer.from('甲'));
    expect(vaultKeyOf('mot de passe ete', bytes)).toBeNull();
    expect(vaultKeyOf('mot de passe été', bytes)).not.toBeNull();
  });
});

describe('a workbook with a password', () => {
  const make = (): string => {
    const path = makeWorkbook(makeTempFolder(), { sample: true });
    setPassword(path, PASSWORD);
    return path;
  };
  const rename = (path: string, name: string): string => {
    const { session } = openSession(path);
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    session.change('test', '改名', (tx) => tx.put('project', project.id, { ...project, name }));
    session.close();
    return project.id;
  };

  it('shows nothing of its words on the disk', () => {
    const path = make();
    rename(path, '一个谁也不该看见的名称');
    const bytes = readFileSync(path);
    expect(isVault(bytes)).toBe(true);
    for (const word of ['SQLite', '一个谁也不该看见的名称', 'CREATE TABLE', '红塔区'])
      expect(bytes.includes(word), word).toBe(false);
  });

  it('keeps each step when it is acknowledged, and survives many', () => {
    const path = make();
    const { session } = openSession(path);
    const [project] = session.planData().projects;
    if (!project) throw new Error('no project');
    for (let step = 1; step <= 40; step += 1) {
      session.change('test', `第 ${step} 步`, (tx) =>
        tx.put('project', project.id, { ...project, name: `名称 ${step}` }),
      );
      if (step % 10 !== 0) continue;
      // As a killed program leaves it: the file as it lies there now.
      const copy = join(makeTempFolder(), 'copy.xianjie');
      copyFileSync(path, copy);
      expect(openSession(copy).session.project(project.id).name).toBe(`名称 ${step}`);
    }
    session.close();
    expect(examineSnapshot(path).problems).toEqual([]);
    expect(openSession(path).session.project(project.id).name).toBe('名称 40');
  });

  it('does not count what was written behind the mark when the program was killed', () => {
    const path = make();
    const id = rename(path, '已经保存');
    appendFileSync(path, Buffer.alloc(777, 3));
    const { session } = openSession(path);
    expect(session.project(id).name).toBe('已经保存');
    session.change('test', '再改', (tx) => tx.put('project', id, { ...session.project(id), name: '又一次' }));
    session.close();
    expect(openSession(path).session.project(id).name).toBe('又一次');
  });

  it('is written anew when its steps have grown past its content', () => {
    const path = make();
    const vault = openVault(path);
    const size = statSync(path).size;
    let now = vault.plain;
    for (let round = 1; round <= 12; round += 1) {
      now = Buffer.from(now);
      for (let at = 0; at < now.length; at += 4096) now[at + 100] = round;
      vault.save(now);
    }
    vault.close();
    expect(readVault(path).plain.equals(now)).toBe(true);
    expect(statSync(path).size).toBeLessThan(size * 2 + 4.5 * 2 ** 20);
  });

  it('says which file asks for a password, and leaves a file alone whose password is not known', () => {
    const path = make();
    const other = join(makeTempFolder(), '另一县.xianjie');
    writeFileSync(other, sealWhole(newVaultKey('another password'), readVault(path).plain).bytes);
    const before = readFileSync(other);
    expect(() => openFile(other)).toThrow('工作簿“另一县.xianjie”设有密码，请输入密码。');
    expect(unlock(other, 'not this one')).toBe(false);
    expect(() => keyOf(other)).toThrow('设有密码');
    expect(readFileSync(other).equals(before)).toBe(true);
    expect(unlock(other, 'another password')).toBe(true);
    const file = openFile(other, { readOnly: true });
    expect(file.hasPassword).toBe(true);
    file.close();
  });

  it('says of damage what it is, and is not touched then', () => {
    const path = make();
    const bytes = readFileSync(path);
    bytes[HEAD_BYTES + 5000] = (bytes[HEAD_BYTES + 5000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(() => openFile(path)).toThrow(/已损坏，无法打开（第 \d+ 字节起的一段被改过）。文件没有改动/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is salvaged up to its last whole step, under the same password', () => {
    const path = make();
    rename(path, '完好的一步');
    const bytes = readFileSync(path);
    rename(path, '损坏的一步');
    const damaged = readFileSync(path);
    damaged[bytes.length + 40] = (damaged[bytes.length + 40] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    expect(() => openFile(path)).toThrow('已损坏');
    const target = join(makeTempFolder(), '整理.xianjie');
    const { notes, projects } = salvageWorkbook({ source: path, target });
    expect(projects).toBe(514);
    expect(notes.join('')).toContain('只整理到最后一个完好的步骤');
    expect(isVault(readFileSync(target))).toBe(true);
    expect(openSession(target).session.planData().projects[0]?.name).toBe('完好的一步');
  });

  it('says when its head is not as it was written, and which heads are none', () => {
    const path = make();
    const whole = readFileSync(path);
    for (const at of [100, MARK_PLACES[0], MARK_PLACES[1] + 5, HEAD_BYTES - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const file = openFile(path, { readOnly: true });
      expect(file.notes.join(''), String(at)).toContain('文件头有一处与应有的不同');
      file.close();
    }
    for (const damaged of [whole.subarray(0, 60), Buffer.from(whole).fill(9, 8, 11)]) {
      writeFileSync(path, damaged);
      expect(() => unlock(path, PASSWORD)).toThrow('已损坏，无法打开（文件头被改过或缺了一段）');
    }
  });

  it('refuses a short password and takes one away again', () => {
    const path = make();
    expect(() => setPassword(path, '短')).toThrow('密码太短：有 1 个字符，至少要 8 个。密码没有改动。');
    expect(() => setPassword(path, ' '.repeat(12))).toThrow('密码太短');
    expect(() => setPassword(path, '长'.repeat(201))).toThrow('密码太长：有 201 个字符，最多 200 个。');
    setPassword(path, null);
    expect(isVault(readFileSync(path))).toBe(false);
    expect(examineSnapshot(path).problems).toEqual([]);
    expect(makeKey('for another file').head.length).toBe(64);
  });
});
