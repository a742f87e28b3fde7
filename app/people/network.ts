/** One household has as many IPv6 addresses as it likes, in one network of 64 bits. */
export const householdOf = (address: string) => networkOf(address, { v4: 4, v6: 16 })

/** What an address belongs to: its 256 neighbours, or the provider's customer. */
export const blockOf = (address: string) => networkOf(address, { v4: 3, v6: 14 })

/** The address as far as it counts: so many of its numbers, or of the hexadecimal digits of the longer kind. */
function networkOf(address: string, size: { v4: number; v6: number }): string {
	const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
	if (mapped || !address.includes(':')) {
		return (mapped ?? address).split('.').slice(0, size.v4).join('.')
	}
	const [head = '', tail = ''] = address.split('::', 2)
	const before = head.split(':').filter(Boolean)
	const after = tail.split(':').filter(Boolean)
	const zeros = address.includes('::') ? Array(Math.max(0, 8 - before.length - after.length)).fill('0') : []
	const digits = [...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join('')
	return `v6:${digits.slice(0, size.v6).toLowerCase()}`
}
