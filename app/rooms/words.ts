import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Affiliation, HearingState, Position, RoomQuestionState } from '#db/schema/hearings.ts'
import type { PlaceReason, TurnReason } from './queue.ts'

const from =
	<Code extends string>(codes: readonly Code[]) =>
	(say: (code: Code) => string) =>
		Object.fromEntries(codes.map((code) => [code, say(code)])) as Record<Code, string>

const positions = from<Position>(['for', 'against', 'neutral'])
const affiliations = from<Affiliation>(['resident', 'initiator', 'civic_group', 'expert', 'press', 'body'])
const turns = from<TurnReason>(['asked-first', 'round', 'only'])
const places = from<PlaceReason>(['alone', 'spoke-less', 'asked-earlier', 'lot'])
const states = from<RoomQuestionState>(['waiting', 'shown', 'hidden', 'live', 'answered'])

/** What the codes of the room are called: also for the script of the page, which finds them beside their places. */
export function useRoomWords() {
	const { t } = useTranslation('rooms')
	return {
		position: positions((code) => t(`position.${code}`)),
		affiliation: affiliations((code) => t(`affiliation.${code}`)),
		turn: turns((code) => t(`turn.${code}`)),
		place: places((code) => t(`place.${code}`)),
		question: states((code) => t(`question.${code}`)),
		hall: { true: t('inHall'), false: t('overNet') },
	}
}

/** The states in which there is a room to go to. */
export const ROOM_STATES: readonly HearingState[] = ['announced', 'live', 'held', 'not_held', 'decided']
