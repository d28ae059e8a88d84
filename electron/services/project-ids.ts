// Ids of projects: short random texts, unique across offices so that packages can be merged.
import { randomBytes } from 'node:crypto';

/** 16 characters of base32: 80 random bits. */
export function makeProjectId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');
}
