/** The page of a stream that may stand in the room: over https, of a host that the operator has named. */
export function isEmbedded(url: string | null, hosts: readonly string[]): boolean {
	if (!url || !URL.canParse(url)) return false
	const { protocol, host, username, password } = new URL(url)
	return protocol === 'https:' && !username && !password && hosts.includes(host)
}

/** Anything else that is shown of it is a link, and only over the web. */
export const isStreamLink = (url: string | null): url is string =>
	url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
