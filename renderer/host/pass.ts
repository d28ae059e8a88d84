// What lets this page in at the loopback host: the one-time key behind the address and a session that this page makes up.
// Both are kept where only pages of this very port can read them, so that the page can be loaded again at any moment.

const KEPT_AS = 'xianjie-session';
const SESSION_BYTES = 32;

/** The parts of the browser that are used: tests hand in their own. */
export interface PassPlace {
  location: Pick<Location, 'hash' | 'pathname'>;
  history: Pick<History, 'replaceState'>;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** The pass to show; '' where there is none. A key is taken out of the address, so that it stands in no history. */
export function takePass({ location, history, storage }: PassPlace): string {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (key === undefined) return storage.getItem(KEPT_AS) ?? '';
  const pass = `${key}.${makeSession()}`;
  storage.setItem(KEPT_AS, pass);
  history.replaceState(null, '', location.pathname);
  return pass;
}

function makeSession(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SESSION_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
