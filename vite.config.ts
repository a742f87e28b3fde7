import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
	interface Future {
		v3_singleFetch: true
	}
}

export default defineConfig({
	plugins: [
		remix({
			ignoredRouteFiles: ['**/.*'],
			future: {
				v3_fetcherPersist: true,
				v3_relativeSplatPath: true,
				v3_throwAbortReason: true,
				v3_singleFetch: true,
				v3_lazyRouteDiscovery: true,
			},
		}),
		oneServer(),
		noHandoff(),
	],
	// Packages of many small files are quicker to read as one, and what is not used is left out.
	ssr: {
		noExternal: [/^drizzle-orm/, 'zod', /^@conform-to/, 'i18next', 'react-i18next', 'lucia', /^@?oslo/],
	},
	// As npm was told: `npm run build --silent` speaks of errors alone.
	logLevel: process.env.npm_config_loglevel === 'silent' ? 'error' : 'info',
	build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
	server: { warmup: { ssrFiles: ['./server/web.ts'] } },
})

/**
 * The process and the pages are built as one module graph, so that the store, the settings and the
 * catalogs exist once. Remix would build its pages alone.
 */
function oneServer(): Plugin {
	return {
		name: 'one-server',
		enforce: 'post',
		config(_, { command, isSsrBuild }) {
			if (command !== 'build' || !isSsrBuild) return
			return {
				build: {
					rollupOptions: {
						// A thread begins with a file of its own, beside the one that opens it.
						input: { index: './server/main.ts', 'assets/thread': './app/threads/thread.ts' },
						output: { entryFileNames: '[name].js' },
					},
				},
			}
		},
	}
}

/** No page is taken over by scripts, so no data is written for them. */
function noHandoff(): Plugin {
	return {
		name: 'no-handoff',
		enforce: 'pre',
		apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild === true,
		config: () => ({ ssr: { noExternal: [/^@remix-run\/(node|server-runtime)/] } }),
		resolveId: (source) =>
			source === 'turbo-stream' ? fileURLToPath(new URL('server/no-handoff.ts', import.meta.url)) : null,
	}
}
