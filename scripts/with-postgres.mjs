// Runs a command with DATABASE_URL naming a throw-away PostgreSQL:
//   npm run with-postgres -- npx vitest run --project postgres tests/db
//   npm run with-postgres -- --durable npm run bench -- petitions     with each commit on the disk
import { spawn } from 'node:child_process'
import { startPostgres } from './postgres.mjs'

const given = process.argv.slice(2)
const durable = given[0] === '--durable'
const [command, ...options] = durable ? given.slice(1) : given
if (!command) throw new Error('which command?')
const { url } = await startPostgres({ durable })
const running = spawn(command, options, {
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, DATABASE_URL: url },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal))
running.on('exit', (code) => process.exit(code ?? 1))
