/** What an act answers: it was done, or it was refused for a reason that has words in every language. */
export type Outcome<Value, Refusal extends string> =
	| { ok: true; value: Value }
	| { ok: false; refusal: Refusal }

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const refused = <Refusal extends string>(refusal: Refusal): { ok: false; refusal: Refusal } => ({
	ok: false,
	refusal,
})

/** Marks a branch that the types say cannot be reached. */
export function never(value: never): never {
	throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
