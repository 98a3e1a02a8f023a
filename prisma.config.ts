import { defineConfig } from 'prisma/config';

// `prisma generate` insists on an engine binary that it never runs, and whose host many networks do not reach.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only `prisma migrate diff` opens it; the app applies migrations itself (src/db/migrate.ts).
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://none@127.0.0.1:1/none' },
});
