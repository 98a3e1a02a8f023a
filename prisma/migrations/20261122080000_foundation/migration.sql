-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "enterpriseId" TEXT,
    "slackTeamId" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "country" TEXT NOT NULL DEFAULT 'CN',
    "baseCurrency" TEXT NOT NULL DEFAULT 'CNY',
    "nextNumber" INTEGER NOT NULL DEFAULT 1,
    "clockOffset" BIGINT NOT NULL DEFAULT 0,
    "claimDigest" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "teamId" UUID,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "languageOverride" TEXT,
    "kind" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "askedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "leadId" UUID,
    "channelId" TEXT,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Option" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelZh" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "parentId" UUID,
    "succeededById" UUID,
    "tierKey" TEXT,
    "stageKey" TEXT,
    "industryKey" TEXT,
    "regionKey" TEXT,
    "country" TEXT,
    "city" TEXT,
    "address" TEXT,
    "website" TEXT,
    "ownerId" UUID,
    "deputyId" UUID,
    "teamId" UUID,
    "channelId" TEXT,
    "contractStart" DATE,
    "contractEnd" DATE,
    "noticeOn" DATE,
    "annualAmount" DECIMAL(19,4),
    "currency" TEXT,
    "source" TEXT,
    "tags" TEXT[],
    "remarksSealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "role" TEXT,
    "preferredKind" TEXT,
    "preferredTime" TEXT,
    "language" TEXT,
    "leftOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "valueSealed" TEXT NOT NULL,
    "blind" TEXT NOT NULL,
    "blindShort" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "bouncedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchKey" (
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "SearchKey_pkey" PRIMARY KEY ("workspaceId","accountId","kind","key")
);

-- CreateTable
CREATE TABLE "Visit" (
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("workspaceId","memberId","accountId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "lineSealed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "actorId" UUID,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "operationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chainSeq" BIGINT,
    "hash" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "payloadSealed" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyCheck" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "KeyCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Member_workspaceId_teamId_idx" ON "Member"("workspaceId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_id_key" ON "Member"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_slackUserId_key" ON "Member"("workspaceId", "slackUserId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_id_key" ON "Team"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_name_key" ON "Team"("workspaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Option_workspaceId_id_key" ON "Option"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Option_workspaceId_dimension_key_key" ON "Option"("workspaceId", "dimension", "key");

-- CreateIndex
CREATE INDEX "Account_workspaceId_ownerId_id_idx" ON "Account"("workspaceId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "Account_workspaceId_deputyId_id_idx" ON "Account"("workspaceId", "deputyId", "id");

-- CreateIndex
CREATE INDEX "Account_workspaceId_teamId_id_idx" ON "Account"("workspaceId", "teamId", "id");

-- CreateIndex
CREATE INDEX "Account_workspaceId_contractEnd_idx" ON "Account"("workspaceId", "contractEnd");

-- CreateIndex
CREATE INDEX "Account_workspaceId_channelId_idx" ON "Account"("workspaceId", "channelId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_workspaceId_id_key" ON "Account"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Account_workspaceId_number_key" ON "Account"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_accountId_idx" ON "Contact"("workspaceId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_workspaceId_id_key" ON "Contact"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ContactPoint_workspaceId_blind_idx" ON "ContactPoint"("workspaceId", "blind");

-- CreateIndex
CREATE INDEX "ContactPoint_workspaceId_blindShort_idx" ON "ContactPoint"("workspaceId", "blindShort");

-- CreateIndex
CREATE UNIQUE INDEX "ContactPoint_workspaceId_id_key" ON "ContactPoint"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ContactPoint_workspaceId_contactId_kind_key" ON "ContactPoint"("workspaceId", "contactId", "kind");

-- CreateIndex
CREATE INDEX "Visit_workspaceId_memberId_at_idx" ON "Visit"("workspaceId", "memberId", "at" DESC);

-- CreateIndex
CREATE INDEX "Draft_workspaceId_memberId_at_idx" ON "Draft"("workspaceId", "memberId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Draft_workspaceId_id_key" ON "Draft"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_subject_subjectId_id_idx" ON "AuditEntry"("workspaceId", "subject", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_workspaceId_operationId_idx" ON "AuditEntry"("workspaceId", "operationId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_workspaceId_id_key" ON "AuditEntry"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Inbox_workspaceId_state_leaseUntil_idx" ON "Inbox"("workspaceId", "state", "leaseUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_workspaceId_id_key" ON "Inbox"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_workspaceId_key_key" ON "Inbox"("workspaceId", "key");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_leadId_fkey" FOREIGN KEY ("workspaceId", "leadId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Option" ADD CONSTRAINT "Option_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_deputyId_fkey" FOREIGN KEY ("workspaceId", "deputyId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_parentId_fkey" FOREIGN KEY ("workspaceId", "parentId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_succeededById_fkey" FOREIGN KEY ("workspaceId", "succeededById") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchKey" ADD CONSTRAINT "SearchKey_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- From here on by hand: what Prisma's schema cannot say.

-- Two installations of one Slack team are one workspace, also where there is no enterprise.
-- (An expression rather than NULLS NOT DISTINCT, which Postgres 14 lacks.)
CREATE UNIQUE INDEX "Workspace_slack_key" ON "Workspace" (coalesce("enterpriseId", ''), coalesce("slackTeamId", ''));
ALTER TABLE "KeyCheck" ADD CONSTRAINT "KeyCheck_one_row" CHECK (id = 1);
ALTER TABLE "Account" ADD CONSTRAINT "Account_money_has_currency" CHECK (("annualAmount" IS NULL) = ("currency" IS NULL));

-- The role as which the app works: it owns nothing and row-level security binds it.
DO $$
BEGIN
  CREATE ROLE dossier_app NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT dossier_app TO %I', current_user); END $$;
GRANT USAGE ON SCHEMA public TO dossier_app;

-- Puts a table behind its workspace: to be called once for every table with a "workspaceId".
CREATE FUNCTION dossier_guard(guarded regclass, rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format(
    'CREATE POLICY workspace ON %s USING ("workspaceId" = nullif(current_setting(''app.workspace'', true), '''')::uuid)',
    guarded);
  EXECUTE format('GRANT %s ON %s TO dossier_app', rights, guarded);
END $$;

SELECT dossier_guard('"Member"'), dossier_guard('"Team"'), dossier_guard('"Option"'), dossier_guard('"Account"'),
  dossier_guard('"Contact"'), dossier_guard('"ContactPoint"'), dossier_guard('"SearchKey"'), dossier_guard('"Visit"'),
  dossier_guard('"Draft"'), dossier_guard('"Inbox"');
-- What was done stays: the app may add to the audit and read it, nothing else.
SELECT dossier_guard('"AuditEntry"', 'SELECT, INSERT');

-- A workspace sees itself alone. Not FORCEd: the functions below are the owner's and must find it by its Slack ids.
ALTER TABLE "Workspace" ENABLE ROW LEVEL SECURITY;
CREATE POLICY itself ON "Workspace" USING (id = nullif(current_setting('app.workspace', true), '')::uuid);
GRANT SELECT, UPDATE ON "Workspace" TO dossier_app;

-- The workspace of a Slack team, made when it is new. The only way to learn a workspace's id from outside.
CREATE FUNCTION ensure_workspace(new_id uuid, enterprise text, team text, team_name text, at timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Workspace" (id, "enterpriseId", "slackTeamId", name, "createdAt") VALUES (new_id, enterprise, team, team_name, at)
  ON CONFLICT (coalesce("enterpriseId", ''), coalesce("slackTeamId", '')) DO UPDATE SET name = excluded.name
  RETURNING id
$$;
REVOKE ALL ON FUNCTION ensure_workspace FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_workspace TO dossier_app;
