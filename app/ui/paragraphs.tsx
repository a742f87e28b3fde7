/** Plain text as paragraphs: an empty line parts them. */
export function Paragraphs({ text }: { text: string }) {
	return text.split(/\n{2,}/).map((paragraph, at) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
		<p key={at}>
			{paragraph.split('\n').map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
				<span key={index}>
					{index > 0 && <br />}
					{line}
				</span>
			))}
		</p>
	))
}
