// What lets this page in at the loopback host: the one-time key behind the address, then the session that came for it.
// The session is kept where only pages of this very port can read it, so that the page can be loaded again.

const KEPT_AS = 'xianjie-session';

/** The parts of the browser that are used: tests hand in their own. */
export interface PassPlace {
  location: Pick<Location, 'hash' | 'pathname'>;
  history: Pick<History, 'replaceState'>;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}

export interface Pass {
  /** The key or session to show; '' where there is none. */
  value(): string;
  keep(session: string): void;
}

/** Takes the key out of the address, so that it stands in no history. */
export function takePass({ location, history, storage }: PassPlace): Pass {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (key !== undefined) history.replaceState(null, '', location.pathname);
  let pass = key ?? storage.getItem(KEPT_AS) ?? '';
  return {
    value: () => pass,
    keep(session) {
      pass = session;
      storage.setItem(KEPT_AS, session);
    },
  };
}
