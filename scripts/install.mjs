import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Installs what is missing or older than the lock file; the tools of the tests only when asked. Says whether it worked. */
export function installWhatIsMissing({ tools = false } = {}) {
	const installed = 'node_modules/.package-lock.json'
	const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
	if (fresh && (!tools || existsSync('node_modules/vitest'))) return true
	console.log('Installing …')
	// Not `npm ci`: it refuses a lock file that does not list the binaries of every other platform.
	const kind = tools ? '--include=dev' : '--omit=dev'
	const { status } = spawnSync('npm', ['install', '--no-save', kind, '--no-audit', '--no-fund'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		// One module is compiled where no ready one can be had: on all cores.
		env: { ...process.env, JOBS: 'max' },
	})
	return status === 0
}
