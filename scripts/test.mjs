// Every test: `npm test`. Needs Node and npm; without PostgreSQL or Chromium it says what it leaves
// out, and under CI=true that is a failure.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWhatIsMissing } from './install.mjs'
import { postgresFolder, startPostgres } from './postgres.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const ci = Boolean(process.env.CI) && process.env.CI !== 'false'
const began = Date.now()
const reports = mkdtempSync(join(tmpdir(), 'jauap-reports-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** The site of the journeys is made while the tests run. */
const ofJourneys = {
	DATA_DIR: join(reports, 'site'),
	DATABASE_URL: join(reports, 'site', 'jauap.db'),
	DEMO: '1',
}

/** What each step gave: { name, seconds, passed, failed, note } */
const results = []

if (!installWhatIsMissing({ tools: true })) process.exit(1)
const postgres = postgresFolder() ? await startPostgres() : leftOut('postgres', 'PostgreSQL (initdb, pg_ctl)')
const chromium = chromiumPath() ?? leftOut('journeys', 'Chromium')

// Two lanes for two cores; browsers come after both, because they measure time.
await Promise.all([
	lane([
		() => step('types', node('typescript/bin/tsc', '-p', '.')),
		() => step('lint', node('@biomejs/biome/bin/biome', 'ci', '--colors=off')),
		() => step('unused', node('knip/bin/knip.js')),
		() => step('build', ['npm', 'run', 'build', '--silent'], { NODE_ENV: 'production' }),
		() => chromium && step('demo', ['npm', 'run', 'db:seed', '--silent'], ofJourneys),
	]),
	lane([() => vitest()]),
])
if (chromium && existsSync('playwright.config.ts')) await journeys()

postgres?.stop()
summary()

function leftOut(name, what) {
	console.log(`${name}: LEFT OUT, because there is no ${what} on this machine`)
	results.push({ name, seconds: 0, passed: 0, failed: ci ? 1 : 0, note: `left out: no ${what}` })
}

function chromiumPath() {
	// The one without windows does the same in two thirds of the time.
	const names = [
		'chromium-headless-shell',
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'chrome.exe',
	]
	const folders = (process.env.PATH ?? '').split(delimiter)
	const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
	return [process.env.CHROMIUM_PATH, ...paths].find((path) => path && existsSync(path))
}

/** A program of node_modules, without npx: it would look on the network for one that is missing. */
function node(program, ...options) {
	return [process.execPath, join('node_modules', program), ...options]
}

async function lane(steps) {
	for (const run of steps) await run()
}

async function vitest() {
	const file = join(reports, 'vitest.json')
	await step(
		'tests',
		node('vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`),
		{ DATABASE_URL: postgres?.url ?? '', NODE_ENV: 'test' },
		() => {
			const { numPassedTests, numFailedTests, testResults } = readReport(file)
			const unread = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
			return { passed: numPassedTests, failed: numFailedTests + unread.length }
		},
	)
}

async function journeys() {
	const file = join(reports, 'playwright.json')
	await step(
		'journeys',
		node('@playwright/test/cli.js', 'test', '--reporter=line,json'),
		{ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, JOURNEYS_DATA: ofJourneys.DATA_DIR },
		() => {
			const { stats } = readReport(file)
			return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
		},
	)
}

function readReport(file) {
	return JSON.parse(readFileSync(file, 'utf8'))
}

/** Runs a program and shows what it said if it failed. `count` reads how many tests it ran. */
function step(name, [program, ...options], env = {}, count = () => undefined) {
	const started = Date.now()
	return new Promise((resolve) => {
		const running = spawn(program, options, {
			env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		})
		let said = ''
		running.stdout.on('data', (chunk) => {
			said += chunk
		})
		running.stderr.on('data', (chunk) => {
			said += chunk
		})
		running.on('error', (error) => {
			said += error.message
		})
		running.on('close', (status) => {
			const counted = counts(status, count)
			const seconds = (Date.now() - started) / 1000
			results.push({ name, seconds, ...counted })
			if (counted.failed > 0) console.log(`\n──── ${name} ────\n${said.trim()}\n────`)
			console.log(`${name}: ${counted.failed > 0 ? 'FAILED' : 'ok'} (${seconds.toFixed(1)} s)`)
			resolve()
		})
	})
}

function counts(status, count) {
	const fine = status === 0
	try {
		const counted = count() ?? { passed: fine ? 1 : 0, failed: fine ? 0 : 1 }
		return { ...counted, failed: fine ? counted.failed : Math.max(1, counted.failed) }
	} catch {
		return { passed: 0, failed: 1 }
	}
}

function summary() {
	console.log('')
	for (const { name, seconds, passed, failed, note } of results)
		console.log(
			`${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${note ?? `${passed} passed, ${failed} failed`}`,
		)
	console.log(`${'all'.padEnd(10)} ${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s\n`)
	const sum = (key) => results.reduce((total, result) => total + result[key], 0)
	console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
	process.exitCode = sum('failed') > 0 ? 1 : 0
}
