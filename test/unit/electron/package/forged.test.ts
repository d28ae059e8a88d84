// Forged and damaged packages: thousands of them, none is taken in, and each refusal says why.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { signManifest } from '#electron/package/signing.ts';
import {
  makeOffice,
  putTogether,
  soundProject,
  type Taken,
  type TestOffice,
  takeApart,
  writeIn,
} from '#test/support/packages.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const TOWN = '大营街街道';
const folder = makeTempFolder();
let county: TestOffice;
let bytes: Buffer;
let signed: Buffer;
let refused = 0;

beforeAll(async () => {
  const town = makeOffice(folder, TOWN);
  town.put(soundProject('p1', '甲村水渠', TOWN, '10'), soundProject('p2', '乙村道路', TOWN, '20'));
  county = makeOffice(folder, '');
  bytes = readFileSync(await town.send('a.xjpkg'));
  expect(county.receive(writeIn(folder, 'probe.xjpkg', bytes), { dryRun: true }).accepted).toBe(true);
  const first = await town.send('s1.xjpkg', { sign: true });
  expect(county.receive(first).accepted).toBe(true);
  signed = readFileSync(await town.send('s2.xjpkg'));
  expect(county.receive(writeIn(folder, 'probe.xjpkg', signed), { dryRun: true }).accepted).toBe(true);
});

/** Asks for each forgery; gives the reasons. */
function refuse(forgeries: Iterable<Uint8Array>): Set<string> {
  const reasons = new Set<string>();
  for (const forged of forgeries) {
    const { accepted, reason } = county.receive(writeIn(folder, 'forged.xjpkg', forged), {
      dryRun: true,
      take: 'theirs',
    });
    if (accepted) throw new Error('a forged package was taken in');
    expect(reason).not.toBe('');
    reasons.add(reason.replace(/[\d.]+/g, 'n'));
    refused += 1;
  }
  return reasons;
}

function* flips(of: Buffer, bit: number): Generator<Buffer> {
  for (let at = 0; at < of.length; at += 1) {
    const flipped = Buffer.from(of);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << ((at + bit) % 8));
    yield flipped;
  }
}

it('any flipped bit', () => {
  refuse(flips(signed, 0));
});

it('anything cut off or put behind', () => {
  const cuts = Array.from({ length: 400 }, (_, at) => signed.subarray(0, Math.floor((signed.length * at) / 400)));
  const longer = Array.from({ length: 100 }, (_, at) => Buffer.concat([signed, Buffer.alloc(at + 1, at)]));
  refuse([...cuts, ...longer]);
});

/** With hashes that fit again: what only signature, claims, bounds and the manifest's own rules can tell. */
function forge(of: Buffer, change: (taken: Taken) => void): Buffer {
  const taken = takeApart(of);
  change(taken);
  return putTogether(taken);
}

type PartHead = { name: string; count: number; bytes: number; hash: string };
const heads = (taken: Taken): PartHead[] => taken.manifest.parts as PartHead[];

/** Puts another list into a part, and its size and hash into the manifest. */
function setPart(taken: Taken, name: string, edit: (list: Record<string, unknown>[]) => unknown): void {
  const at = heads(taken).findIndex((head) => head.name === name);
  const list = JSON.parse(inflateRawSync(taken.parts[at] as Buffer).toString('utf8')) as Record<string, unknown>[];
  const edited = (edit(list) ?? list) as unknown[];
  const json = Buffer.from(JSON.stringify(edited));
  taken.parts[at] = deflateRawSync(json);
  const hash = createHash('sha256').update(json).digest('hex');
  heads(taken)[at] = { name, count: edited.length, bytes: json.length, hash };
}

it('parts swapped, left out, doubled, or of another package', () => {
  const count = takeApart(bytes).parts.length;
  const forgeries = [...Array(count).keys()].flatMap((one) => [
    forge(bytes, ({ parts }) => parts.splice(one, 1)),
    forge(bytes, ({ parts }) => parts.push(parts[one] as Buffer)),
    forge(bytes, (taken) => {
      taken.parts.splice(one, 1);
      heads(taken).splice(one, 1);
      if (one === 0) taken.manifest.claims = { projects: 0, totalFen: 0, classes: [], sources: [] };
    }),
    ...[...Array(one).keys()].map((other) =>
      forge(bytes, (taken) => {
        [taken.parts[one], taken.parts[other]] = [taken.parts[other] as Buffer, taken.parts[one] as Buffer];
      }),
    ),
  ]);
  // Leaving a part out together with its entry is another package, not a damaged one, where it held nothing that is claimed.
  const empty = heads(takeApart(bytes)).filter(({ name, count: of }) => of === 0 || name === 'findings').length;
  expect(empty).toBeGreaterThan(0);
  const told = forgeries.filter((forged) => !isHarmless(forged));
  refuse(told);
});

/** A package that lacks a part which says nothing. */
function isHarmless(forged: Buffer): boolean {
  const names = new Set(heads(takeApart(forged)).map(({ name }) => name));
  return takeApart(forged).parts.length === names.size && names.has('frame') && names.has('projects') && names.size < 6;
}

it('claims that the content does not bear out', () => {
  const reasons = refuse([
    forge(bytes, (taken) => setPart(taken, 'projects', (list) => list.slice(1))),
    forge(bytes, (taken) =>
      setPart(taken, 'projects', ([one, other]) => [
        { ...one, amounts: { ...(one?.amounts as object), total: 1 } },
        other,
      ]),
    ),
    forge(bytes, (taken) =>
      setPart(taken, 'projects', ([one, other]) => [{ ...one, categoryId: 'county.ecology' }, other]),
    ),
    forge(bytes, (taken) => Object.assign(taken.manifest.claims as object, { projects: 3 })),
  ]);
  expect([...reasons].every((reason) => reason.includes('清单写'))).toBe(true);
});

it('content that the workbook could not hold', () => {
  const odd: ((project: Record<string, unknown>) => object)[] = [
    (one) => ({ ...one, id: '' }),
    (one) => ({ ...one, id: 'x'.repeat(2000) }),
    (one) => ({ ...one, id: 'p2' }),
    (one) => ({ ...one, name: 5 }),
    (one) => ({ ...one, name: null }),
    (one) => ({ ...one, households: 1.5 }),
    (one) => ({ ...one, amounts: { ...(one.amounts as object), total: 0.5 } }),
    (one) => ({ ...one, amounts: { ...(one.amounts as object), total: 2 ** 52 } }),
    (one) => ({ ...one, amounts: { ...(one.amounts as object), total: '10' } }),
    (one) => ({ ...one, amounts: null }),
    () => ({}),
  ];
  refuse(
    odd.map((edit) => forge(bytes, (taken) => setPart(taken, 'projects', ([one, two]) => [edit(one ?? {}), two]))),
  );
  refuse([
    forge(bytes, (taken) => setPart(taken, 'frame', () => [])),
    forge(bytes, (taken) => setPart(taken, 'frame', (list) => [...list, ...list])),
    forge(bytes, (taken) => setPart(taken, 'events', () => [{ id: 'e1', projectId: 'p1', kind: '上天' }])),
    forge(bytes, (taken) => setPart(taken, 'postings', () => [{ id: 'x' }])),
  ]);
});

it('a manifest of another spelling, with more, less or odd values, or of a newer program', () => {
  const edits: Record<string, unknown>[] = [
    { format: 2 },
    { format: 0 },
    { format: '1' },
    { number: 0 },
    { number: 1.5 },
    { number: '2' },
    { kind: '总包' },
    { kind: '规划包' },
    { kind: '下达包' },
    { kind: '回执' },
    { period: { firstYear: 2026, lastYear: 2030 } },
    { claims: null },
    { parts: [] },
    { madeAt: 5 },
    { more: 1 },
    { office: null },
  ];
  const reasons = refuse(edits.map((edit) => forge(bytes, ({ manifest }) => Object.assign(manifest, edit))));
  expect([...reasons].some((reason) => reason.includes('更新的程序'))).toBe(true);
  expect([...reasons].some((reason) => reason.includes('规划期'))).toBe(true);
  const taken = takeApart(bytes);
  const text = JSON.stringify(taken.manifest);
  refuse([
    putTogether(taken, ` ${text}`),
    putTogether(taken, text.replace('{', '{"number":1,')),
    putTogether(taken, text.replace('"format":1', '"format":1.0')),
    putTogether(taken, `${text.slice(0, -1)}, "x": 1}`),
    putTogether(taken, 'null'),
    putTogether(taken, '[]'),
  ]);
});

it('another office’s package, that of another county, of this office itself, of one above', () => {
  const office = (edit: object) =>
    forge(bytes, ({ manifest }) => {
      manifest.office = { ...(manifest.office as object), ...edit };
    });
  const reasons = refuse([
    office({ regionCode: '530403' }),
    office({ regionCode: '110101' }),
    office({ level: '县', name: '江川区', regionCode: '530403', town: '' }),
    office({ level: '县', name: '红塔区', town: '' }),
    office({ level: '市', name: '玉溪市', regionCode: '530400', town: '' }),
    office({ level: '村', village: '师旗' }),
  ]);
  expect([...reasons].some((reason) => reason.includes('是不是发错了单位'))).toBe(true);
});

it('a bomb that unpacks to more than it says', () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 2 ** 20, 32));
  refuse([
    forge(bytes, ({ parts }) => parts.splice(1, 1, bomb)),
    forge(bytes, (taken) => {
      taken.parts[1] = bomb;
      Object.assign(heads(taken)[1] as object, { bytes: 2 ** 40 });
    }),
  ]);
});

it('after a signed package: a change under the old signature, without one, with another key', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const edits: ((taken: Taken) => void)[] = [
    ({ manifest }) => Object.assign(manifest, { number: 77 }),
    ({ manifest }) => Object.assign(manifest, { madeAt: '2020-01-01T00:00:00.000Z' }),
    ({ manifest }) => Object.assign(manifest, { heard: 1 }),
    (taken) => setPart(taken, 'projects', ([one, two]) => [{ ...one, name: '改过的名称' }, two]),
  ];
  const reasons = refuse(
    edits.flatMap((edit) => [
      forge(signed, edit),
      forge(signed, (taken) => {
        edit(taken);
        taken.signature = Buffer.alloc(0);
      }),
      forge(signed, (taken) => {
        edit(taken);
        taken.signature = signManifest(privateKey, Buffer.from(JSON.stringify(taken.manifest)));
      }),
      forge(signed, (taken) => {
        edit(taken);
        taken.signature = Buffer.from(takeApart(signed).signature);
        taken.signature.set([1, 2, 3], 50);
      }),
    ]),
  );
  expect([...reasons].some((reason) => reason.includes('没有签名'))).toBe(true);
  expect([...reasons].some((reason) => reason.includes('换了'))).toBe(true);
  expect([...reasons].some((reason) => reason.includes('签名与内容不符'))).toBe(true);
});

it('flipped bits of the unsigned one too: at least two thousand were refused', () => {
  refuse(flips(bytes, 3));
  expect(refused).toBeGreaterThan(2000);
});
