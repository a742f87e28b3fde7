import { defineConfig } from 'drizzle-kit'
import { DATABASE_URL, engine } from './db/engine.ts'

// One schema, two migration folders: `npm run db:generate` runs drizzle-kit once per engine.
export default defineConfig({
	schema: './db/schema/index.ts',
	out: process.env.MIGRATIONS_FOLDER ?? `./db/migrations/${engine}`,
	dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
	dbCredentials: { url: DATABASE_URL },
})
