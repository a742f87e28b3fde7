import { type Actor, hasRole } from '#app/people/actor.ts'

/** The installation itself, or whoever runs it. */
export const mayAdminister = (actor: Actor) => actor.system === true || hasRole(actor, 'administrator')

/** The word for the actor in the record. */
export const administering = (actor: Actor) => (actor.system ? 'system' : 'administrator')
