import { BlockList, isIP } from 'node:net'

/**
 * Whether an address is one of the mail servers that relay to us, of `10.0.0.5, 172.17.0.0/16, ::1`: of what they
 * bring, their Received line says who sent it. Whoever else connects is the sender. Throws on what is neither.
 */
export function relaysIn(list: string): (address: string) => boolean {
	const relays = new BlockList()
	for (const one of list.split(/[\s,]+/).filter(Boolean)) {
		const [address = '', length] = one.split('/')
		const family = familyOf(address)
		const longest = family === 'ipv4' ? 32 : 128
		if (!family || (length !== undefined && !(/^\d+$/.test(length) && Number(length) <= longest)))
			throw new Error(`no address and no network: ${one}`)
		relays.addSubnet(address, Number(length ?? longest), family)
	}
	return (address) => {
		// Of a listener on both families.
		const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
		const family = familyOf(plain)
		return family !== undefined && relays.check(plain, family)
	}
}

const familyOf = (address: string) => ({ 4: 'ipv4' as const, 6: 'ipv6' as const })[isIP(address)]
