/** What an id of a run looks like: the moment at which it began, in UTC, and four random characters. */
export const runIdPattern = /^\d{8}-\d{6}-[a-z0-9]{4}$/;
