// The card beside the grid shows the project under the grid's cursor.
import { useEffect } from 'react';
import { useSession } from '../../session.ts';

/** Arrow keys held down go over many projects; the card is drawn for the one they stop at. */
const REST_MS = 120;

export function useCardFollow(isOn: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      const id = session.grid.current?.current().projectId ?? null;
      if (id !== null && session.nav.get().cardId !== null) session.nav.set({ cardId: id });
    };
    const unsubscribe = session.shown.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(follow, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [isOn, session]);
}
