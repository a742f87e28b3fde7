import { createContext, useContext } from 'react'

/** The word that lets the scripts of this one response run; no page has it before the server gave it. */
export const ScriptNonce = createContext<string | undefined>(undefined)

export const useNonce = () => useContext(ScriptNonce)
