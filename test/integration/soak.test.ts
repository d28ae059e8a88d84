// The short form of `npm run soak`: nothing acknowledged is lost by a kill, no change of a fact or of the log goes unseen,
// no lock is won twice, no injured sheet stops the program.
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { type SoakAmounts, soak } from '../soak/soak.ts';
import type { Tally } from '../soak/tally.ts';

const AMOUNTS: SoakAmounts = { kills: 4, flips: 60, forgeries: 40, races: 100, sheets: 20 };

describe('soak', () => {
  let tallies: Tally[] = [];
  beforeAll(async () => {
    tallies = await soak(makeTempFolder(), AMOUNTS);
  }, 300_000);

  it('loses nothing and overlooks nothing', () => {
    expect(tallies.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`))).toEqual([]);
  });

  it('did what it says: ordeals that change nothing prove nothing', () => {
    expect(tallies.map(({ tried }) => tried)).toEqual(Object.values(AMOUNTS));
    expect(tallies.slice(0, 4).every(({ counted }) => counted > 0)).toBe(true);
  });
});
