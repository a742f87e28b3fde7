import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Workers read this file too: what the first process chose reaches them through the environment.
const { env } = process
if (!env.JOURNEYS_DATA) {
	const made = mkdtempSync(join(tmpdir(), 'jauap-journeys-'))
	env.JOURNEYS_DATA = made
	process.on('exit', () => rmSync(made, { recursive: true, force: true }))
}
env.JOURNEYS_PORT ??= String(await freePort())
env.JOURNEYS_MAIL_PORT ??= String(await freePort())
const data = env.JOURNEYS_DATA
/**
 * What the list under the address bar is made of, two pages of the browser's own for each window, of which nobody sees
 * anything; and what Playwright 1.65 turns off, whose list this one takes the place of.
 */
const UNUSED = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'AimEnabled',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'TcpPortRandomizationWin',
	'ThirdPartyStoragePartitioning',
]
const baseURL = `http://localhost:${env.JOURNEYS_PORT}`

/** One site for all journeys: the production build, with the demo in a database of its own. */
export default defineConfig({
	testDir: 'tests',
	testMatch: '{journeys,hostile}/**/*.spec.ts',
	outputDir: join(data, 'results'),
	workers: 2,
	retries: process.env.CI ? 2 : 0,
	fullyParallel: true,
	forbidOnly: Boolean(env.CI),
	timeout: 60_000,
	expect: { timeout: 7000 },
	reporter: 'list',
	use: {
		baseURL,
		locale: 'en-GB',
		timezoneId: 'Asia/Almaty',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: chromium(),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				`--disable-features=${UNUSED.join(',')}`,
			],
		},
	},
	projects: [
		{ name: 'scripts' },
		{ name: 'no-scripts', grep: /@no-scripts/, use: { javaScriptEnabled: false } },
		{ name: 'phone', grep: /@phone/, use: { viewport: { width: 360, height: 740 }, isMobile: true } },
	],
	webServer: {
		command: `npm run db:seed --silent && node build/server/index.js > "${join(data, 'server.log')}"`,
		url: `${baseURL}/health/ready`,
		timeout: 180_000,
		// Only when JOURNEYS_DATA, JOURNEYS_PORT and JOURNEYS_MAIL_PORT name one that somebody is working on.
		reuseExistingServer: true,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: {
			DATA_DIR: data,
			DATABASE_URL: join(data, 'jauap.db'),
			PORT: String(env.JOURNEYS_PORT),
			PUBLIC_URL: baseURL,
			MAIL_IN_PORT: String(env.JOURNEYS_MAIL_PORT),
			DEMO: '1',
			RATE_LIMITS: 'off',
			NODE_ENV: 'development',
		},
	},
})

function chromium() {
	const places = [
		env.CHROMIUM_PATH,
		'/usr/bin/chromium-headless-shell',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
	]
	return places.find((path) => path && existsSync(path))
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer()
		server.on('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()))
		})
	})
}
