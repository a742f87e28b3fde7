/** What a digital signature can be asked for. */
export const PURPOSES = ['sign-in', 'file-inquiry', 'sign-answer', 'sign-petition', 'sign-protocol'] as const
export type Purpose = (typeof PURPOSES)[number]

/** How long a statement may be signed after it was asked for. */
export const STATEMENT_MINUTES = 60

/** What a person is asked to sign: on which site, for what, over which text, when. It serves once. */
export interface Statement {
	/** The address of the site: a statement that another site has obtained says so. */
	site: string
	purpose: Purpose
	/** The number or id of what it is about; null where there is none yet. */
	subject: string | null
	/** SHA-256 of the signed text in hex; null where nothing but the purpose is signed. */
	textHash: string | null
	at: Date
	nonce: string
}

const FIRST_LINE = 'JAUAP STATEMENT 1'

/** The exact bytes that are signed, as ASCII text: the same everywhere, readable in any editor. */
export function statementText({ site, purpose, subject, textHash, at, nonce }: Statement): string {
	const lines = [
		FIRST_LINE,
		`site: ${site}`,
		`purpose: ${purpose}`,
		`subject: ${subject ?? '-'}`,
		`text-sha256: ${textHash ?? '-'}`,
		`time: ${at.toISOString()}`,
		`nonce: ${nonce}`,
	]
	return `${lines.join('\n')}\n`
}

const FORM = new RegExp(
	`^${FIRST_LINE}\\nsite: (\\S{1,200})\\npurpose: (${PURPOSES.join('|')})\\nsubject: (\\S{1,100})\\n` +
		'text-sha256: (-|[0-9a-f]{64})\\ntime: (\\S{24})\\nnonce: ([\\w-]{22,64})\\n$',
)

/** Reads a statement; undefined for anything that is not one to the byte. */
export function readStatement(text: string): Statement | undefined {
	const [, site = '', purpose, subject, textHash, time = '', nonce = ''] = FORM.exec(text) ?? []
	const at = new Date(time)
	if (!purpose || Number.isNaN(at.getTime())) return undefined
	const statement: Statement = {
		site,
		purpose: purpose as Purpose,
		subject: subject === '-' ? null : String(subject),
		textHash: textHash === '-' ? null : String(textHash),
		at,
		nonce,
	}
	return statementText(statement) === text ? statement : undefined
}

/** When a statement is worth nothing any more. */
export const endOf = ({ at }: Pick<Statement, 'at'>) => new Date(at.getTime() + STATEMENT_MINUTES * 60_000)
