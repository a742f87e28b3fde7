/** A passage that went or came, said in a word as well as by its frame. */
export function Changed({
	as: Element,
	word,
	language,
	children,
}: {
	as: 'del' | 'ins'
	word: string
	language: string
	children: string
}) {
	return (
		<div className="changed" data-kind={Element}>
			<span className="small quiet">{word}</span>
			<p lang={language}>
				<Element>{children}</Element>
			</p>
		</div>
	)
}
