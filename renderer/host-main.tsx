// Entry of the page in the loopback host: the same App as in Electron, over a WebSocket, with the file dialog in the page.
import { createRoot } from 'react-dom/client';
import { WIRE_PATH } from '#shared/contract/host-wire.ts';
import { App } from './app.tsx';
import { HostLayer } from './host/host-layer.tsx';
import type { Socket } from './host/wire.ts';
import { createWire } from './host/wire.ts';

const wire = createWire(() => new WebSocket(`ws://${location.host}${WIRE_PATH}`) as Socket);

const root = document.getElementById('root');
if (root === null) throw new Error('host.html has no #root');
createRoot(root).render(
  <HostLayer wire={wire}>
    <App transport={wire.transport} />
  </HostLayer>,
);
