-- The daily loop: talks, next steps and promises, cadences, absences, handovers.

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "cadenceDays" INTEGER;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "awayUntil" DATE,
ADD COLUMN     "deputyId" UUID;

-- AlterTable
ALTER TABLE "Option" ADD COLUMN     "cadenceDays" INTEGER;

-- CreateTable
CREATE TABLE "AccountPulse" (
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "cadenceFrom" DATE,
    "snoozedUntil" DATE,
    "snoozedOn" DATE,

    CONSTRAINT "AccountPulse_pkey" PRIMARY KEY ("workspaceId","accountId")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "twoWay" BOOLEAN NOT NULL,
    "summarySealed" TEXT NOT NULL,
    "tone" TEXT,
    "permalink" TEXT,
    "saidBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InteractionContact" (
    "workspaceId" UUID NOT NULL,
    "interactionId" UUID NOT NULL,
    "contactId" UUID NOT NULL,

    CONSTRAINT "InteractionContact_pkey" PRIMARY KEY ("workspaceId","interactionId","contactId")
);

-- CreateTable
CREATE TABLE "InteractionMember" (
    "workspaceId" UUID NOT NULL,
    "interactionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "InteractionMember_pkey" PRIMARY KEY ("workspaceId","interactionId","memberId")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "interactionId" UUID,
    "kind" TEXT NOT NULL,
    "titleSealed" TEXT NOT NULL,
    "assigneeId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "dueOn" DATE,
    "dueTime" TEXT,
    "zone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "repeat" JSONB,
    "doneAt" TIMESTAMPTZ(3),
    "droppedAt" TIMESTAMPTZ(3),
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "noteSealed" TEXT,
    "startsOn" DATE NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverAccount" (
    "workspaceId" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fromOwnerId" UUID,
    "moved" BOOLEAN NOT NULL DEFAULT false,
    "fromDeputyId" UUID,
    "cadenceFrom" DATE,
    "snoozedUntil" DATE,
    "taskIds" UUID[],

    CONSTRAINT "HandoverAccount_pkey" PRIMARY KEY ("workspaceId","handoverId","accountId")
);

-- CreateIndex
CREATE INDEX "Interaction_workspaceId_accountId_at_id_idx" ON "Interaction"("workspaceId", "accountId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Interaction_workspaceId_authorId_createdAt_idx" ON "Interaction"("workspaceId", "authorId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Interaction_workspaceId_id_key" ON "Interaction"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "InteractionContact_workspaceId_contactId_idx" ON "InteractionContact"("workspaceId", "contactId");

-- CreateIndex
CREATE INDEX "Task_workspaceId_interactionId_idx" ON "Task"("workspaceId", "interactionId");

-- CreateIndex
CREATE INDEX "Task_workspaceId_accountId_movedAt_id_idx" ON "Task"("workspaceId", "accountId", "movedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Task_workspaceId_id_key" ON "Task"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Handover_workspaceId_state_at_idx" ON "Handover"("workspaceId", "state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_workspaceId_id_key" ON "Handover"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "HandoverAccount_workspaceId_accountId_idx" ON "HandoverAccount"("workspaceId", "accountId");

-- CreateIndex
CREATE INDEX "Member_workspaceId_deputyId_idx" ON "Member"("workspaceId", "deputyId");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_deputyId_fkey" FOREIGN KEY ("workspaceId", "deputyId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountPulse" ADD CONSTRAINT "AccountPulse_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionContact" ADD CONSTRAINT "InteractionContact_workspaceId_interactionId_fkey" FOREIGN KEY ("workspaceId", "interactionId") REFERENCES "Interaction"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionContact" ADD CONSTRAINT "InteractionContact_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionMember" ADD CONSTRAINT "InteractionMember_workspaceId_interactionId_fkey" FOREIGN KEY ("workspaceId", "interactionId") REFERENCES "Interaction"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InteractionMember" ADD CONSTRAINT "InteractionMember_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_workspaceId_interactionId_fkey" FOREIGN KEY ("workspaceId", "interactionId") REFERENCES "Interaction"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_workspaceId_assigneeId_fkey" FOREIGN KEY ("workspaceId", "assigneeId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_workspaceId_askedById_fkey" FOREIGN KEY ("workspaceId", "askedById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_workspaceId_toId_fkey" FOREIGN KEY ("workspaceId", "toId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverAccount" ADD CONSTRAINT "HandoverAccount_workspaceId_handoverId_fkey" FOREIGN KEY ("workspaceId", "handoverId") REFERENCES "Handover"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverAccount" ADD CONSTRAINT "HandoverAccount_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "Account"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT dossier_guard('"AccountPulse"'), dossier_guard('"Interaction"'), dossier_guard('"InteractionContact"'),
  dossier_guard('"InteractionMember"'), dossier_guard('"Task"'), dossier_guard('"Handover"'),
  dossier_guard('"HandoverAccount"');

-- The last contact that counts, per account: the cadence is read from here rather than kept beside it, so that undoing,
-- editing and logging at once can never leave the two at odds.
CREATE INDEX "Interaction_last_two_way" ON "Interaction" ("workspaceId", "accountId", at DESC)
  WHERE "twoWay" AND "deletedAt" IS NULL;

-- What is still to be done, by person and by account, undated last.
CREATE INDEX "Task_open_by_assignee" ON "Task" ("workspaceId", "assigneeId", "dueAt", id)
  WHERE "doneAt" IS NULL AND "droppedAt" IS NULL;
CREATE INDEX "Task_open_by_account" ON "Task" ("workspaceId", "accountId", "dueAt", id)
  WHERE "doneAt" IS NULL AND "droppedAt" IS NULL;

-- What was done to a record, newest first, for its history; reads stand in the same table and are many times as many.
CREATE INDEX "AuditEntry_told" ON "AuditEntry" ("workspaceId", "subjectId", id)
  WHERE verb NOT IN ('contacts.read', 'notes.read');

-- How often a tier's accounts are talked with, in days. The owner of the tables is bound by their policies, too, and would
-- change nothing: for this statement he is not.
ALTER TABLE "Option" NO FORCE ROW LEVEL SECURITY;
UPDATE "Option" SET "cadenceDays" = CASE key WHEN 'A' THEN 14 WHEN 'B' THEN 30 WHEN 'C' THEN 60 END
WHERE dimension = 'tier' AND key IN ('A', 'B', 'C');
ALTER TABLE "Option" FORCE ROW LEVEL SECURITY;

-- As before, and for whom this person stands in today: colleagues who are away until a day that is not over in their zone.
DROP FUNCTION enter_workspace(uuid, text);
CREATE FUNCTION enter_workspace(workspace uuid, slack_user text)
RETURNS TABLE (
  now timestamptz, id uuid, roles text[], kind text, active boolean, "teamId" uuid,
  "languageOverride" text, locale text, zone text, leads uuid[], "standsInFor" uuid[]
)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.workspace', workspace::text, true), set_config('role', 'dossier_app', true);
  RETURN QUERY
    WITH clock AS (
      SELECT clock_timestamp() + w."clockOffset" * interval '1 millisecond' AS at FROM "Workspace" w WHERE w.id = workspace
    )
    SELECT clock.at, m.id, m.roles, m.kind, m.active, m."teamId", m."languageOverride", m.locale, m.zone,
      array(SELECT t.id FROM "Team" t WHERE t."leadId" = m.id),
      array(SELECT a.id FROM "Member" a
        WHERE a."workspaceId" = workspace AND a."deputyId" = m.id AND a."awayUntil" >= (clock.at AT TIME ZONE a.zone)::date)
    FROM clock JOIN "Member" m ON m."workspaceId" = workspace AND m."slackUserId" = slack_user;
END $$;
REVOKE ALL ON FUNCTION enter_workspace FROM PUBLIC;
