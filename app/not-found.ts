/** Thrown by the reader that notices; the page says what to do next. */
export const notFound = () => new Response(null, { status: 404, statusText: 'Not Found' })

/** For somebody signed in who may not see this. */
export const forbidden = () => new Response(null, { status: 403, statusText: 'Forbidden' })
