/** A kind of filing with the term that its procedure gives. */
export interface Kind {
	kind: string
	n: number
	unit: string
	article?: string
}
