-- Finding accounts. All keys are folded in code (src/accounts/search-key.ts); nothing here depends on the database's
-- locale, except that under the locale C a wrong Chinese character is not forgiven unless it sounds right.

-- A trusted extension: whoever may create objects in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- By kind first, so that twenty thousand accounts tagged `vip` do not stand between a query and the account VIP Ltd.
-- text_pattern_ops: bytewise order, in which the keys that begin alike are one range whatever the collation.
CREATE INDEX "SearchKey_beginning" ON "SearchKey" ("workspaceId", kind, key text_pattern_ops);
CREATE INDEX "SearchKey_likeness" ON "SearchKey" USING gin (key gin_trgm_ops) WHERE kind IN ('core', 'pinyin');

-- Row-level security would keep the trigram operators, which are not leakproof, from their index (24 → 286 ms at 200,000
-- keys). Only search_accounts() reads the keys as their owner; it keeps to its transaction's workspace by itself.
-- A policy rather than NO FORCE: the table stays guarded against everybody else, also where the owner is no superuser.
DO $$ BEGIN EXECUTE format('CREATE POLICY searching ON "SearchKey" FOR SELECT TO %I USING (true)', current_user); END $$;

-- Finds accounts, best first. `ask` is what src/accounts/search-ask.ts makes of a query:
--   number    an account's number, or null
--   probes    [{ kind, low, high, rank, match }]: keys of a kind between low and high count as that match; rank 0 is best
--   points    digests of ways to reach a contact, and `pointRank`, the rank of such a hit
--   typos     texts to compare by trigrams, and `typoRank`; looked at only when nothing of rank `enough` or better is found
--   archived  archived accounts are found only by hits of this rank or better
-- At most `most` rows are found through what everybody may know, and `most` more through contacts (match `contact` or
-- `point`), which the caller must show only to those who may read that account's contacts. They never influence the former.
-- An account that was merged is found as the one it was merged into.
CREATE FUNCTION search_accounts(workspace uuid, member uuid, ask jsonb, most integer)
RETURNS TABLE (
  "accountId" uuid, match text, rank integer, key text, score real, own boolean, "visitedAt" timestamptz
)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
SET search_path = public, pg_temp
-- One plan for every query, since planning takes longer than finding; and a plan that goes from key to key, since the
-- planner, who sees neither the query nor its few hits, would rather read all accounts of the workspace.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  -- More hits than this of one probe are not ranked: nobody reads on, a longer query is typed instead.
  crowd CONSTANT integer := 100;
BEGIN
  IF workspace IS DISTINCT FROM nullif(current_setting('app.workspace', true), '')::uuid THEN
    RAISE insufficient_privilege USING MESSAGE = 'search_accounts: not the workspace of this transaction';
  END IF;
  -- How much of a name `%>` asks for, until the transaction ends. A slip spoils three or four trigrams: half of a short
  -- name, a third of a long one, where less would let in every name that shares one of its words.
  PERFORM set_config('pg_trgm.word_similarity_threshold', (
    SELECT CASE WHEN min(length(typed)) <= 6 THEN '0.3' WHEN min(length(typed)) <= 10 THEN '0.45' ELSE '0.55' END
    FROM jsonb_array_elements_text(ask -> 'typos') AS typed
  ), true);
  RETURN QUERY
  WITH RECURSIVE probe AS MATERIALIZED (
    SELECT probe.* FROM ROWS FROM (
      jsonb_to_recordset(ask -> 'probes') AS (kind text, low text, high text, rank integer, match text)
    ) WITH ORDINALITY AS probe (kind, low, high, rank, match, at)
  ), probed AS MATERIALIZED (
    SELECT key."accountId", key.key, probe.*, row_number() OVER (PARTITION BY probe.at) = crowd AS crowded
    FROM probe CROSS JOIN LATERAL (
      SELECT k."accountId", k.key FROM "SearchKey" k
      WHERE k."workspaceId" = workspace AND k.kind = probe.kind AND k.key ~>=~ probe.low AND k.key ~<=~ probe.high
      ORDER BY k.key USING ~<~ LIMIT crowd
    ) AS key
  ), near AS MATERIALIZED (
    -- The member's own accounts, looked through when a probe stopped at the crowd: they come first in their class.
    SELECT mine.id FROM (
      (SELECT id FROM "Account" WHERE "workspaceId" = workspace AND "ownerId" = member ORDER BY id DESC LIMIT 150)
      UNION (SELECT id FROM "Account" WHERE "workspaceId" = workspace AND "deputyId" = member ORDER BY id DESC LIMIT 50)
      UNION (SELECT "accountId" FROM "Visit" WHERE "workspaceId" = workspace AND "memberId" = member ORDER BY at DESC LIMIT 50)
    ) AS mine WHERE EXISTS (SELECT FROM probed WHERE crowded)
  ), hit AS MATERIALIZED (
    SELECT "accountId", key, kind, rank, match, (length(low)::real / length(key))::real AS score FROM probed
    UNION ALL
    SELECT near.id, k.key, probed.kind, probed.rank, probed.match, (length(low)::real / length(k.key))::real
    FROM probed JOIN near ON probed.crowded
    JOIN "SearchKey" k ON k."workspaceId" = workspace AND k."accountId" = near.id AND k.kind = probed.kind
      AND k.key ~>=~ probed.low AND k.key ~<=~ probed.high
    UNION ALL
    SELECT id, number::text, 'number', 0, 'number', 1 FROM "Account"
    WHERE "workspaceId" = workspace AND number = (ask ->> 'number')::integer
    UNION ALL
    SELECT c."accountId", c.name, 'contact', (ask ->> 'pointRank')::integer, 'point', 1
    FROM jsonb_array_elements_text(ask -> 'points') AS point
    CROSS JOIN LATERAL (
      SELECT "contactId" FROM "ContactPoint" WHERE "workspaceId" = workspace AND blind = point
      UNION SELECT "contactId" FROM "ContactPoint" WHERE "workspaceId" = workspace AND "blindShort" = point
    ) AS reached
    JOIN "Contact" c ON c."workspaceId" = workspace AND c.id = reached."contactId"
  ), typo AS MATERIALIZED (
    SELECT alike."accountId", alike.key, 'name', (ask ->> 'typoRank')::integer, 'typo', alike.score
    FROM jsonb_array_elements_text(ask -> 'typos') AS typed
    CROSS JOIN LATERAL (
      SELECT k."accountId", k.key, ((word_similarity(typed, k.key) + similarity(typed, k.key)) / 2)::real AS score
      FROM "SearchKey" k
      WHERE k."workspaceId" = workspace AND k.kind IN ('core', 'pinyin') AND k.key %> typed
      ORDER BY score DESC LIMIT crowd
    ) AS alike
    WHERE NOT EXISTS (
      SELECT FROM hit JOIN "Account" a ON a."workspaceId" = workspace AND a.id = hit."accountId"
      WHERE hit.rank <= (ask ->> 'enough')::integer AND hit.kind <> 'contact' AND a."archivedAt" IS NULL
    )
  ), found AS MATERIALIZED (
    SELECT strongest.*, a."mergedIntoId" FROM (
      SELECT DISTINCT ON ("accountId", kind = 'contact') every.* FROM (SELECT * FROM hit UNION ALL SELECT * FROM typo) AS every
      ORDER BY "accountId", kind = 'contact', rank, score DESC
    ) AS strongest
    JOIN "Account" a ON a."workspaceId" = workspace AND a.id = strongest."accountId"
  ), moved AS (
    SELECT DISTINCT "accountId" AS met, "mergedIntoId" AS id, 1 AS step FROM found WHERE "mergedIntoId" IS NOT NULL
    UNION ALL
    SELECT moved.met, a."mergedIntoId", moved.step + 1 FROM moved
    JOIN "Account" a ON a."workspaceId" = workspace AND a.id = moved.id AND a."mergedIntoId" IS NOT NULL
    WHERE moved.step < 10
  ), settled AS MATERIALIZED (
    -- Computed apart: under row-level security only a plain column is looked up in an index.
    SELECT found.*, coalesce(moved.id, found."accountId") AS id FROM found LEFT JOIN moved ON moved.met = found."accountId"
  ), best AS (
    SELECT DISTINCT ON (a.id, settled.kind = 'contact')
      a.id, a.number, a."archivedAt" IS NOT NULL AS archived, settled.match, settled.rank, settled.key, settled.score,
      settled.kind = 'contact' AS personal,
      coalesce(member IN (a."ownerId", a."deputyId"), false) AS own,
      v.at
    FROM settled
    JOIN "Account" a ON a."workspaceId" = workspace AND a.id = settled.id AND a."mergedIntoId" IS NULL
    LEFT JOIN "Visit" v ON v."workspaceId" = workspace AND v."memberId" = member AND v."accountId" = a.id
    WHERE a."archivedAt" IS NULL OR settled.rank <= (ask ->> 'archived')::integer
    ORDER BY a.id, settled.kind = 'contact', settled.rank, settled.score DESC
  ), ordered AS (
    SELECT best.*, row_number() OVER (
      -- Among slips of the finger likeness comes first, in steps; being one's own decides within a step.
      ORDER BY best.rank, best.archived, CASE WHEN best.match = 'typo' THEN -round(best.score::numeric, 1) END,
        best.own DESC, best.at DESC NULLS LAST, best.score DESC, best.number
    ) AS place FROM best
  ), served AS (
    SELECT ordered.*, row_number() OVER (PARTITION BY ordered.personal ORDER BY ordered.place) AS turn FROM ordered
  )
  SELECT served.id, served.match, served.rank, served.key, served.score, served.own, served.at
  FROM served WHERE served.turn <= most ORDER BY served.place;
END $$;
REVOKE ALL ON FUNCTION search_accounts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_accounts TO dossier_app;
