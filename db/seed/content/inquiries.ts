import { cityInquiries } from './inquiries/city.ts'
import { digitalInquiries } from './inquiries/digital.ts'
import { educationInquiries } from './inquiries/education.ts'
import { environmentInquiries } from './inquiries/environment.ts'
import { financeInquiries } from './inquiries/finance.ts'
import { housingInquiries } from './inquiries/housing.ts'
import { tourismInquiries } from './inquiries/tourism.ts'
import type { InquirySeed } from './types.ts'

/** Q1–Q30, each showing a different turn of the clock, and Q31, of which none runs. */
export const inquiries: readonly InquirySeed[] = [
	...environmentInquiries,
	...housingInquiries,
	...educationInquiries,
	...tourismInquiries,
	...digitalInquiries,
	...financeInquiries,
	...cityInquiries,
]
