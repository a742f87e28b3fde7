// The page as it is under the number, for whoever holds the receipt.
export { default, loader, meta } from '#app/routes/$lang.inquiries.$number.clock/route.tsx'
