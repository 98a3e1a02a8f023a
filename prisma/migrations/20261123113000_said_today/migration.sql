-- How much somebody has been told today.

-- CreateIndex
CREATE INDEX "Outbox_workspaceId_target_createdAt_idx" ON "Outbox"("workspaceId", "target", "createdAt");
