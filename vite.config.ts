import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';
import { documentScript } from './scripts/document-script-plugin.ts';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [documentScript('app/document-script.ts'), remix(remixConfig)],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  server: { middlewareMode: true },
});
