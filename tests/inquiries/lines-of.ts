/** What a generator of text gives, piece by piece. */
export async function linesOf(pieces: AsyncIterable<string>): Promise<string[]> {
	const lines: string[] = []
	for await (const piece of pieces) lines.push(piece)
	return lines
}
