/**
 * Custom requests between client and server: their names, their schemas and types, and the model of the action plan that the preview draws.
 * Lines and characters are 0-based; characters are UTF-16 code units.
 */
export * from './action-plan';
export * from './commands';
export * from './customer-safe';
export * from './detection';
export * from './document';
export * from './initialization';
export * from './live';
export * from './plans';
export * from './positions';
export * from './review';
export * from './rewriting';
export * from './settings';
export * from './sharing';
export * from './similar';
export * from './timeline';
