// Bundles the page: index.html for Electron, host.html for the loopback host (left out of the package).
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root: path.join(project, 'renderer'),
  // Relative addresses: the page is served from app://bundle/ and from the host's root.
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: path.join(project, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome156',
    sourcemap: true,
    chunkSizeWarningLimit: 6000,
    // A fetch for preloading would be one more thing the policy must allow; the files are on this disk.
    modulePreload: false,
    rolldownOptions: {
      input: {
        index: path.join(project, 'renderer/index.html'),
        host: path.join(project, 'renderer/host.html'),
      },
      output: {
        // The host's own code in a folder of its own, so that the package can leave it out by name.
        entryFileNames: (chunk) => (chunk.name === 'host' ? 'host/[name]-[hash].js' : 'assets/[name]-[hash].js'),
        assetFileNames: (asset) =>
          asset.names.includes('host.css') ? 'host/[name]-[hash][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
