-- Enters a workspace for the rest of the transaction, as the app's own role, and tells who acts and what time it is
-- there: one round trip at the start of every unit of work. Not SECURITY DEFINER: a role cannot be set inside such a
-- function, and what is read here is to be read under the row-level security just put in place.
CREATE FUNCTION enter_workspace(workspace uuid, slack_user text)
RETURNS TABLE (
  now timestamptz, id uuid, roles text[], kind text, active boolean, "teamId" uuid,
  "languageOverride" text, locale text, zone text, leads uuid[]
)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.workspace', workspace::text, true), set_config('role', 'dossier_app', true);
  RETURN QUERY
    SELECT clock_timestamp() + w."clockOffset" * interval '1 millisecond',
      m.id, m.roles, m.kind, m.active, m."teamId", m."languageOverride", m.locale, m.zone,
      array(SELECT t.id FROM "Team" t WHERE t."leadId" = m.id)
    FROM "Workspace" w JOIN "Member" m ON m."workspaceId" = w.id AND m."slackUserId" = slack_user
    WHERE w.id = workspace;
END $$;
REVOKE ALL ON FUNCTION enter_workspace FROM PUBLIC;
