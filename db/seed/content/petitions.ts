import { akKar } from './petitions/ak-kar.ts'
import { heating } from './petitions/heating.ts'
import { kindergartens } from './petitions/kindergartens.ts'
import { shorter } from './petitions/shorter.ts'

export const petitions = [...akKar, ...heating, ...kindergartens, ...shorter]
