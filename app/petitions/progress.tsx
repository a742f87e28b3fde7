/** How far a number has come towards another one; both are said in words beside it. */
export function Progress({ value, most, label }: { value: number; most: number; label: string }) {
	return <progress className="progress" value={Math.min(value, most)} max={most} aria-label={label} />
}
