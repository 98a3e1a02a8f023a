-- What Dossier says by itself: what each person wants of it, and messages that are kept true.

-- CreateTable
CREATE TABLE "ReminderSettings" (
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "off" BOOLEAN NOT NULL,
    "morningAt" TEXT,
    "quietFrom" TEXT,
    "quietUntil" TEXT,
    "calendar" TEXT,
    "atOnce" TEXT[],

    CONSTRAINT "ReminderSettings_pkey" PRIMARY KEY ("workspaceId","memberId")
);

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "about" UUID,
ADD COLUMN     "isStale" BOOLEAN NOT NULL DEFAULT false;

-- AddForeignKey
ALTER TABLE "ReminderSettings" ADD CONSTRAINT "ReminderSettings_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT dossier_guard('"ReminderSettings"');

-- Steps with a time of day, by the moment they are due.
CREATE INDEX "Task_timed" ON "Task" ("workspaceId", "dueAt", id)
  WHERE "dueTime" IS NOT NULL AND "doneAt" IS NULL AND "droppedAt" IS NULL;

-- The messages that tell of something.
CREATE INDEX "Outbox_about" ON "Outbox" ("workspaceId", about) WHERE about IS NOT NULL;
