import { ConfigurationError, configuration } from './configuration.ts'

try {
	const settings = configuration()
	// React and Remix have a slow half for those who work on them. A built server never wants it, and
	// they choose when they are first imported. Whether this is a production site, `settings` knows.
	process.env.NODE_ENV = 'production'
	import('./run.ts')
		.then(({ run }) => run({ configuration: settings, build: () => import('virtual:remix/server-build') }))
		.catch(giveUp)
} catch (error) {
	giveUp(error)
}

function giveUp(error: unknown) {
	console.error(error instanceof ConfigurationError ? error.message : error)
	process.exit(1)
}
