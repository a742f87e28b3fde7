interface Text {
	title: string
	substance: string
	arguments: string
	proposals: string
}

/** A petition as it is signed digitally, to the byte. Its text is fixed from the moment its sponsors may sign. */
export function petitionAsSigned(number: string, text: Text): string {
	return `${[number, text.title, text.substance, text.arguments, text.proposals].filter(Boolean).join('\n\n')}\n`
}
