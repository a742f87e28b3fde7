/** A name as the part of an address: "Еңбек министрі" gives "enbek-ministri". Empty when no letter is known. */
export function slugOf(text: string, longest = 60): string {
	const latin = [...text.toLowerCase().normalize('NFC')].map((letter) => LETTERS[letter] ?? letter).join('')
	const words = latin
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
	if (words.length <= longest) return words
	const cut = words.slice(0, longest + 1)
	return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1) > longest / 2 ? cut.lastIndexOf('-') : longest)
}

const LETTERS: Record<string, string> = {
	...{
		а: 'a',
		ә: 'a',
		б: 'b',
		в: 'v',
		г: 'g',
		ғ: 'g',
		д: 'd',
		е: 'e',
		ё: 'yo',
		ж: 'zh',
		з: 'z',
		и: 'i',
		й: 'i',
	},
	...{
		к: 'k',
		қ: 'q',
		л: 'l',
		м: 'm',
		н: 'n',
		ң: 'n',
		о: 'o',
		ө: 'o',
		п: 'p',
		р: 'r',
		с: 's',
		т: 't',
		у: 'u',
	},
	...{ ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', і: 'i' },
	...{ ь: '', э: 'e', ю: 'yu', я: 'ya' },
}
