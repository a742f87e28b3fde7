import type { ReactElement } from 'react'

export type IconName =
	| 'tick'
	| 'cross'
	| 'flag'
	| 'clock'
	| 'warning'
	| 'danger'
	| 'info'
	| 'lock'
	| 'paper'
	| 'people'
	| 'person'
	| 'arrow'
	| 'back'
	| 'search'
	| 'calendar'
	| 'letter'
	| 'question'
	| 'pause'
	| 'bell'
	| 'clip'
	| 'pen'
	| 'print'
	| 'body'

/** A 24-grid line drawing. Decorative unless it is given a label. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
	return (
		<svg
			className="icon"
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.8"
			strokeLinecap="round"
			strokeLinejoin="round"
			role={label ? 'img' : undefined}
			aria-label={label}
			aria-hidden={label ? undefined : true}
			focusable="false"
		>
			{DRAWINGS[name]}
		</svg>
	)
}

const DRAWINGS: Record<IconName, ReactElement> = {
	tick: <path d="m5 12.5 4.5 4.5L19 7" />,
	cross: <path d="m6 6 12 12M18 6 6 18" />,
	flag: <path d="M6 21V4h12l-3 4 3 4H6" />,
	clock: <path d="M12 7v5l3.5 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17" />,
	warning: <path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.7v.1" />,
	danger: <path d="M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM12 7.5V13m0 3.2v.1" />,
	info: <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17m0 7.5v5.5m0-8.8v.1" />,
	lock: <path d="M6 10.5h12V20H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2" />,
	paper: <path d="M6 3.5h8l4 4v13H6zm8 0v4h4M9 12h6m-6 4h6" />,
	people: (
		<path d="M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3.5 19.5c0-3.6 2.4-5.5 5.5-5.5s5.5 1.9 5.5 5.5M15.5 5.4a3 3 0 0 1 0 5.2m1.7 3.9c2 .6 3.3 2.3 3.3 5" />
	),
	person: <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M5 20.5c0-4 3-6 7-6s7 2 7 6" />,
	arrow: <path d="M5 12h14m-6-6 6 6-6 6" />,
	back: <path d="M19 12H5m6-6-6 6 6 6" />,
	search: <path d="M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12m4.4 10.4 5.1 5.1" />,
	calendar: <path d="M4.5 6h15v14h-15zm0 4.5h15M8.5 3.5V8m7-4.5V8" />,
	letter: <path d="M3.5 6h17v12.5h-17zm0 .5 8.5 7 8.5-7" />,
	question: <path d="M4 5h16v11.5h-9L6.5 20v-3.5H4zM10 9a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8m0 1.9v.1" />,
	pause: <path d="M8.5 6v12m7-12v12" />,
	bell: <path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zm3.5 3.7h4" />,
	clip: <path d="m8 12.5 6-6a2.8 2.8 0 0 1 4 4l-8 8a4.6 4.6 0 0 1-6.5-6.5l7.3-7.3" />,
	pen: <path d="m5 19 1-4.5L16.5 4l3.5 3.5L9.5 18zm9-12.5 3.5 3.5" />,
	print: <path d="M7.5 9V4h9v5m-9 7.5h-3V9h15v7.5h-3m-9-2.5h9v6h-9z" />,
	body: <path d="M4 9.5 12 4l8 5.5zM6 9.5V17m4-7.5V17m4-7.5V17m4-7.5V17M4 20h16M5 17h14" />,
}
