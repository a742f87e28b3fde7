/** A letter to the author of a case, without its words, and what became of it. */
export interface ToldNotice {
	number: number
	notice: string
	channel: 'email' | 'sms'
	writtenAt: Date
	state: 'waiting' | 'handedOver' | 'refused' | 'bounced'
	/** When it came to that. */
	at: Date | null
	/** Why it did not arrive, in the numbers of mail servers. */
	status: string | null
}

export const isUndelivered = ({ state }: ToldNotice) => state === 'refused' || state === 'bounced'
