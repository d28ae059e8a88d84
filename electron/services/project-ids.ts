// Ids of projects: short random texts, unique across offices so that packages can be merged.
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const POOL = LENGTH * 256;
let pool = randomBytes(0);
let used = 0;

/** 16 characters of base32: 80 random bits. Random bytes are fetched for many ids at once. */
export function makeProjectId(): string {
  if (used >= pool.length) {
    pool = randomBytes(POOL);
    used = 0;
  }
  let id = '';
  for (const byte of pool.subarray(used, used + LENGTH)) id += ALPHABET[byte & 31];
  used += LENGTH;
  return id;
}
