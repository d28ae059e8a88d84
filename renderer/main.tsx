// Entry of the page in Electron: the preload gives the transport.
import { createRoot } from 'react-dom/client';
import type { Transport } from '#shared/contract/transport.ts';
import { App } from './app.tsx';
import { signStyles } from './ui/style-nonce.ts';

declare global {
  interface Window {
    xianjie: Transport;
  }
}

signStyles();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App transport={window.xianjie} />);
