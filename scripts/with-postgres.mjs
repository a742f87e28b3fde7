// Runs a command with DATABASE_URL naming a throw-away PostgreSQL:
//   npm run with-postgres -- npx vitest run --project postgres tests/db
import { spawn } from 'node:child_process'
import { startPostgres } from './postgres.mjs'

const [command, ...options] = process.argv.slice(2)
if (!command) throw new Error('which command?')
const { url } = await startPostgres()
const running = spawn(command, options, {
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, DATABASE_URL: url },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal))
running.on('exit', (code) => process.exit(code ?? 1))
