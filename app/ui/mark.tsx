/** The sign: five days, the third one filled. */
export function MarkSign() {
	return (
		<svg className="mark-sign" viewBox="0 0 46 14" aria-hidden="true" focusable="false">
			{[0, 1, 2, 3, 4].map((cell) => (
				<rect
					key={cell}
					className={cell === 2 ? 'mark-cell mark-cell-filled' : 'mark-cell'}
					x={cell * 9 + 1}
					y="1"
					width="7"
					height="12"
					rx="1.5"
				/>
			))}
		</svg>
	)
}

/** The name with its sign. It stands within the link home, whose name is then the site's. */
export function Mark() {
	return (
		<span className="mark">
			<MarkSign />
			<span className="mark-name" translate="no">
				Jauap
			</span>
		</span>
	)
}
