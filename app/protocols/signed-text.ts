/** The protocol as its chair and its secretary sign it: the hash stands for what the JSON gives. */
export const protocolText = (number: string, { version, sha256 }: { version: number; sha256: string }) =>
	['JAUAP PROTOCOL 1', `hearing: ${number}`, `version: ${version}`, `content-sha256: ${sha256}`, ''].join(
		'\n',
	)
