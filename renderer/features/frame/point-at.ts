// Shows a button where it stands on the real screen: goes to its page and draws a frame around it for a while.
import type { HelpControl } from '#shared/help/jobs.ts';
import type { Session } from '../../session.ts';

const SHOWN_MS = 5000;
/** A page that is shown for the first time is loaded first. */
const WAIT_MS = 3000;
const STEP_MS = 100;

export async function pointAt(session: Session, { label, page, id, when }: HelpControl): Promise<void> {
  if (session.nav.get().page === 'start') {
    session.messenger.current.warn('请先新建或打开一个工作簿，再看这个按钮在哪里。');
    return;
  }
  session.nav.set({ dialog: null, page });
  const found = await waitFor(id);
  if (!found) {
    session.messenger.current.warn(`“${label}”现在不在屏幕上${when === undefined ? '' : `：${when}才有`}。`);
    return;
  }
  found.scrollIntoView({ block: 'nearest' });
  found.classList.add('xj-pointed');
  setTimeout(() => found.classList.remove('xj-pointed'), SHOWN_MS);
}

async function waitFor(id: string): Promise<Element | null> {
  for (let waited = 0; waited < WAIT_MS; waited += STEP_MS) {
    const found = document.querySelector(`[data-testid="${CSS.escape(id)}"]`);
    if (found && found.getClientRects().length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return null;
}
