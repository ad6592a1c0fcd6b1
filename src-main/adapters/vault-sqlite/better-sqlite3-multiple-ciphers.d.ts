/** The part of the package that the vault uses; its own types are hidden by its export map. */
declare module "better-sqlite3-multiple-ciphers" {
  type Spread<Parameters> = Parameters extends readonly unknown[] ? Parameters : [Parameters];

  export interface Statement<Parameters, Row> {
    run(...parameters: Spread<Parameters>): { readonly changes: number };
    get(...parameters: Spread<Parameters>): Row | undefined;
    all(...parameters: Spread<Parameters>): Row[];
  }
  export interface Transaction<Parameters extends unknown[], Answer> {
    (...parameters: Parameters): Answer;
    immediate(...parameters: Parameters): Answer;
  }
  export interface Connection {
    readonly open: boolean;
    prepare<Parameters, Row = unknown>(sql: string): Statement<Parameters, Row>;
    transaction<Parameters extends unknown[], Answer>(
      work: (...parameters: Parameters) => Answer,
    ): Transaction<Parameters, Answer>;
    exec(sql: string): this;
    pragma(text: string, options?: { readonly simple?: boolean }): unknown;
    close(): this;
  }
  const Database: new (path: string, options?: { readonly timeout?: number }) => Connection;
  export default Database;
}
