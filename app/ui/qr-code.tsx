/** A square code, drawn from what `qrOf` gives. */
export function QrCode({ qr: { size, d }, label }: { qr: { size: number; d: string }; label: string }) {
	return (
		<svg
			className="qr"
			viewBox={`-4 -4 ${size + 8} ${size + 8}`}
			width="168"
			height="168"
			role="img"
			aria-label={label}
			shapeRendering="crispEdges"
		>
			<path fill="#fff" d={`M-4-4h${size + 8}v${size + 8}h-${size + 8}z`} />
			<path fill="#000" d={d} />
		</svg>
	)
}
