/** For pages whose loader gives a `title`: `export const meta = pageTitle`. */
export function pageTitle({ data }: { data?: { title?: string; description?: string } | unknown }) {
	const { title, description } = (data ?? {}) as { title?: string; description?: string }
	return [
		{ title: title ? `${title} · Jauap` : 'Jauap' },
		...(description ? [{ name: 'description', content: description }] : []),
	]
}
