export {
  type AccountPrincipal,
  type Context,
  createContext,
  type LibraryContext,
  type Log,
  type Origin,
  type Principal,
  type RenderImage,
  type Services,
} from "./context.ts";
export {
  DomainError,
  type ErrorCode,
  errorCodes,
  notFound,
  RateLimited,
  SecondFactorWanted,
} from "./errors.ts";
export { checkHealth, type Health } from "./health.ts";
export { createServices } from "./services.ts";
export { type Transaction, transaction } from "./transaction.ts";
