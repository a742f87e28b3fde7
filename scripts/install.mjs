import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** Installs what is missing or older than the lock file; the tools of the tests only when asked. Says whether it worked. */
export function installWhatIsMissing({ tools = false } = {}) {
	const installed = 'node_modules/.package-lock.json'
	const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
	if (fresh && (!tools || existsSync('node_modules/vitest'))) return true
	console.log('Installing …')
	// Not `npm ci`: it refuses a lock file that does not list the binaries of every other platform.
	const kind = tools ? '--include=dev' : '--omit=dev'
	const options = ['install', '--no-save', kind, '--no-audit', '--no-fund', ...ofThisMachine(tools)]
	const { status } = spawnSync('npm', options, {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		// One module is compiled where no ready one can be had: on all cores.
		env: { ...process.env, JOBS: 'max' },
	})
	return status === 0
}

/** Binaries of this platform that the lock file does not list: npm 10 would leave them out without a word. */
function ofThisMachine(tools) {
	const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
	const platform = `-${process.platform}-${process.arch}`
	const otherLibc = process.report.getReport().header.glibcVersionRuntime ? /-musl\w*$/ : /-gnu\w*$/
	return Object.values(packages)
		.filter(({ dev }) => tools || !dev)
		.flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
		.filter(([name]) => name.includes(platform) && !packages[`node_modules/${name}`])
		.filter(([name]) => process.platform !== 'linux' || !otherLibc.test(name))
		.map(([name, version]) => `${name}@${version}`)
}
