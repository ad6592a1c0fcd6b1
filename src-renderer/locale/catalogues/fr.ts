export const french = {} as const;
