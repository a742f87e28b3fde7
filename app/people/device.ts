// Each says the names of those it descends from as well, so the order is from the youngest.
const BROWSERS: readonly [RegExp, string][] = [
	[/YaBrowser\//, 'Yandex Browser'],
	[/OPR\/|OPX\//, 'Opera'],
	[/Edg(?:e|A|iOS)?\//, 'Edge'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/CrOS/, 'ChromeOS'],
	[/Linux/, 'Linux'],
]

/** The browser and its system as people call them, 'Firefox, Windows': no version, nothing that tells two apart. */
export function deviceOf(userAgent: string | null): string | null {
	const found = [BROWSERS, SYSTEMS].flatMap(
		(names) => names.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? [],
	)
	return found.length > 0 ? found.join(', ') : null
}
