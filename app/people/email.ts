/** The spelling by which addresses are compared. Accents stay: they make another address. */
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()
