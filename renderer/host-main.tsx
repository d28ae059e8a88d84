// Entry of the page in the loopback host: the same App as in Electron, over a WebSocket, with the file dialog in the page.
import { createRoot } from 'react-dom/client';
import { WIRE_PATH, WIRE_PROTOCOL } from '#shared/contract/host-wire.ts';
import { App } from './app.tsx';
import { HostLayer } from './host/host-layer.tsx';
import { takePass } from './host/pass.ts';
import type { Socket } from './host/wire.ts';
import { createWire } from './host/wire.ts';
import { signStyles } from './ui/style-nonce.ts';

signStyles();

const REFUSED = '打开地址已经用过或不完整。请关闭工作台，重新运行 npm start，用新地址打开。';

const pass = takePass({ location, history, storage: sessionStorage });
const open = (): Socket =>
  new WebSocket(`ws://${location.host}${WIRE_PATH}`, [WIRE_PROTOCOL, pass || 'none']) as Socket;
const wire = createWire(open, { refused: () => document.body.replaceChildren(REFUSED) });

const root = document.getElementById('root');
if (root === null) throw new Error('host.html has no #root');
createRoot(root).render(
  <HostLayer wire={wire}>
    <App transport={wire.transport} />
  </HostLayer>,
);
