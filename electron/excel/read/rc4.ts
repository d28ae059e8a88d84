// The stream cipher of .xls files. Node's OpenSSL no longer offers it by default.

/** The first `length` bytes of the key stream. */
export function rc4Stream(key: Uint8Array, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(state, i) + at(key, i % key.length)) & 255;
    swap(state, i, j);
  }
  const stream = new Uint8Array(length);
  for (let n = 0, i = 0, j = 0; n < length; n++) {
    i = (i + 1) & 255;
    j = (j + at(state, i)) & 255;
    swap(state, i, j);
    stream[n] = at(state, (at(state, i) + at(state, j)) & 255);
  }
  return stream;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}

function swap(bytes: Uint8Array, i: number, j: number): void {
  const kept = at(bytes, i);
  bytes[i] = at(bytes, j);
  bytes[j] = kept;
}
