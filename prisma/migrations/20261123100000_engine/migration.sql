-- What Dossier says and does unasked: the outbox and the clock.

-- CreateTable
CREATE TABLE "Outbox" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refs" JSONB NOT NULL,
    "target" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "looks" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "notBefore" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),
    "channelId" TEXT,
    "postedTs" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxTarget" (
    "workspaceId" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutboxTarget_pkey" PRIMARY KEY ("workspaceId","target")
);

-- CreateTable
CREATE TABLE "Installation" (
    "workspaceId" UUID NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedFor" TEXT,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "JobSchedule" (
    "workspaceId" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "lastSlot" TIMESTAMPTZ(3) NOT NULL,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "pausedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobSchedule_pkey" PRIMARY KEY ("workspaceId","job")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "workspaceId" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("workspaceId","job","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_workspaceId_id_key" ON "Outbox"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_workspaceId_key_key" ON "Outbox"("workspaceId", "key");


SELECT dossier_guard('"Outbox"'), dossier_guard('"OutboxTarget"'), dossier_guard('"Installation"'),
  dossier_guard('"JobSchedule"'), dossier_guard('"JobRun"');

-- What is still to be said: the next one due, and whether something stands before it in its conversation.
CREATE INDEX "Outbox_unsettled" ON "Outbox" ("workspaceId", "dueAt", id) WHERE "settledAt" IS NULL;
CREATE INDEX "Outbox_unsettled_target" ON "Outbox" ("workspaceId", target, "dueAt", id) WHERE "settledAt" IS NULL;
