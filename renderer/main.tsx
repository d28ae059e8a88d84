// Entry of the page in Electron: the preload gives the transport.
import { createRoot } from 'react-dom/client';
import type { Transport } from '#shared/contract/transport.ts';
import { App } from './app.tsx';

declare global {
  interface Window {
    xianjie: Transport;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App transport={window.xianjie} />);
