// Which engine this process speaks to. Decided once, from DATABASE_URL:
//   postgres://…            → PostgreSQL
//   anything else, or unset → a SQLite file at that path
export const DATABASE_URL = process.env.DATABASE_URL || 'data/jauap.db'

/** Where `read` goes when PostgreSQL has a replica. */
export const DATABASE_REPLICA_URL = process.env.DATABASE_REPLICA_URL || undefined

export const engine = /^postgres(ql)?:\/\//.test(DATABASE_URL) ? 'postgres' : 'sqlite'
