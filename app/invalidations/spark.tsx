const BAR = 5
const HEIGHT = 20

/** How many came in each part of a time, as bars; what they say stands beside it in numbers. */
export function Spark({ strip, label }: { strip: readonly number[]; label: string }) {
	const most = Math.max(1, ...strip)
	return (
		<svg
			className="spark"
			viewBox={`0 0 ${strip.length * BAR} ${HEIGHT}`}
			width={strip.length * BAR}
			height={HEIGHT}
			role="img"
			aria-label={label}
		>
			{strip.map((count, at) => {
				const height = count === 0 ? 0 : Math.max(1, Math.round((count / most) * HEIGHT))
				return (
					<rect
						// biome-ignore lint/suspicious/noArrayIndexKey: a part of the time is its place
						key={at}
						x={at * BAR}
						y={HEIGHT - height}
						width={BAR - 1}
						height={height}
					/>
				)
			})}
		</svg>
	)
}
