// Brings the tables of DATABASE_URL up to date: npm run db:migrate
import { openStore } from '#db/store.ts'

const store = await openStore()
await store.migrate()
await store.close()
