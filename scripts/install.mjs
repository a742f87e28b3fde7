import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Installs what is missing or older than the lock file. Says whether it worked. */
export function installWhatIsMissing() {
	const installed = 'node_modules/.package-lock.json'
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs)
		return true
	console.log('Installing …')
	// Not `npm ci`: it refuses a lock file that does not list the binaries of every other platform.
	const { status } = spawnSync('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
		// One module is compiled where no ready one can be had: on all cores.
		env: { ...process.env, JOBS: 'max' },
	})
	return status === 0
}
