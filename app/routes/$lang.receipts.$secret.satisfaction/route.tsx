// The page as it is under the number, for whoever holds the receipt.
export { action, default, loader, meta } from '#app/routes/$lang.inquiries.$number.satisfaction/route.tsx'
