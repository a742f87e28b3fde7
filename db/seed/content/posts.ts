import { airSensors } from './posts/air-sensors.ts'
import { housingQueue } from './posts/housing-queue.ts'
import { kindergartenPlaces } from './posts/kindergarten-places.ts'
import { lastVillages } from './posts/last-villages.ts'
import { openTenders } from './posts/open-tenders.ts'
import { ruralSchools } from './posts/rural-schools.ts'
import { batteryDraft, supplierWorkshop } from './posts/unpublished.ts'
import { winterReport } from './posts/winter-report.ts'
import type { PostSeed } from './types.ts'

export const posts: readonly PostSeed[] = [
	airSensors,
	housingQueue,
	ruralSchools,
	kindergartenPlaces,
	lastVillages,
	openTenders,
	winterReport,
	supplierWorkshop,
	batteryDraft,
]
