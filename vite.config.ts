import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './scripts/service-worker.ts'
import { textsOnce } from './scripts/texts.ts'

// The macros are expanded by Babel in a pass of its own: plugin-react no longer runs Babel, and
// without this pass the build is green while the page throws on the first text.
process.env.LINGUI_SUPPRESS_BABEL_WARNING = '1'

export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [textsOnce(), react(), lingui(), babel({ presets: [linguiTransformerBabelPreset()] }), tailwindcss(), serviceWorker()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of its own: the Content-Security-Policy allows no inline code and no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8484' } },
})
