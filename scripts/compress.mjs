import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// Files that never change are compressed once, as hard as it goes, and not at each request.
for (const name of readdirSync('build/client', { recursive: true })) {
	const file = join('build/client', name)
	if (!/\.(css|js|svg|json|txt|webmanifest|xml)$/.test(file) || !statSync(file).isFile()) continue
	const body = readFileSync(file)
	if (body.length < 500) continue
	writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
	writeFileSync(
		`${file}.br`,
		brotliCompressSync(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 11,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
			},
		}),
	)
}
