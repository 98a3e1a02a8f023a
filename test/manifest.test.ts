import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoCompany } from '../src/demo/company.ts';
import { handlersOf } from '../src/handlers.ts';
import { createLog } from '../src/lib/log.ts';
import type { Handler } from '../src/slack/handler.ts';
import { rawManifest, readManifest } from './support/manifest.ts';
import { readSources } from './support/sources.ts';

const schemaFile = join(process.env['DOSSIER_SHARED'] ?? '../shared', 'data/slack-manifest.schema.json');
const command = '/account';
const manifest = readManifest();
const handlers = handlersOf(
  { introduce: nobody, refresh: nobody, forget: () => undefined },
  command,
  createLog({ level: 'silent' }),
);

/** What Slack asks for each Web API method that we call (its reference pages); a method that is missing here fails. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  user_change: ['users:read'],
};

describe('The manifest', () => {
  it.skipIf(!existsSync(schemaFile))(`is what Slack's schema asks for (skipped without ${schemaFile})`, () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(schemaFile, 'utf8')));
    expect(schema.safeParse(rawManifest()).error?.issues).toBeUndefined();
    expect(schema.safeParse({ display_information: { name: 'x'.repeat(36) } }).success).toBe(false);
  });

  it('names the command that the code answers', () => {
    expect(manifest.commands.map((each) => each.command)).toEqual([command]);
    expect(handlers.filter(({ on }) => on === 'command')).toHaveLength(1);
  });

  it('names the shortcuts and events that the code answers, and no others', () => {
    expect(manifest.shortcuts.map((each) => each.callback_id).sort()).toEqual(idsOf('shortcut'));
    expect([...manifest.events].sort()).toEqual(idsOf('event'));
  });

  it('asks for every scope that a call or an event needs, and for no more', () => {
    const needed = [
      ...calledMethods().map((method) => scopesOf[method]),
      ...manifest.events.map((event) => scopesOfEvents[event]),
    ];
    expect(calledMethods().filter((method) => !(method in scopesOf))).toEqual([]);
    expect(manifest.events.filter((event) => !(event in scopesOfEvents))).toEqual([]);
    expect([...manifest.scopes].sort()).toEqual(
      [...new Set(['commands', ...needed.flatMap((each) => each ?? [])])].sort(),
    );
  });

  it('finds the calls that it looks for', () => {
    expect(calledMethods()).toEqual(Object.keys(scopesOf).sort());
  });

  it('is what the local Slack shows', () => {
    const { app, commands, shortcuts } = demoCompany(command);
    expect(app.events).toEqual(expect.arrayContaining([...manifest.events]));
    expect(commands).toEqual(
      manifest.commands.map((each) => ({
        command: each.command,
        description: each.description,
        hint: each.usage_hint,
      })),
    );
    expect(shortcuts).toEqual(
      manifest.shortcuts.map(({ name, type, callback_id }) => ({ name, callbackId: callback_id, type })),
    );
  });

  it('reaches the Slack CLI as JSON through the hook', () => {
    const hooks = z.object({ hooks: z.object({ 'get-manifest': z.string() }) });
    const { 'get-manifest': hook } = hooks.parse(JSON.parse(readFileSync('.slack/hooks.json', 'utf8'))).hooks;
    const [program = '', ...args] = hook.split(' ');
    expect(JSON.parse(execFileSync(program, args, { encoding: 'utf8' }))).toEqual(rawManifest());
  });
});

async function nobody(): Promise<void> {}

function idsOf(on: Extract<Handler, { id: string }>['on']): readonly string[] {
  return handlers.flatMap((each) => (each.on === on && 'id' in each ? [each.id] : [])).sort();
}

/** Every Web API method that the product calls: `client.chat.postMessage(` and the like, wherever it stands. */
function calledMethods(): readonly string[] {
  const known = methodsOf(new WebClient(), '');
  const ours = readSources('src').filter(({ path }) => !path.startsWith('src/playground/'));
  const called = ours.flatMap(({ code }) => [...code.matchAll(/\.((?:\w+\.)+\w+)\(/g)].map(([, path = '']) => path));
  return known.filter((method) => called.some((path) => path === method || path.endsWith(`.${method}`))).sort();
}

/** The client's own methods by their dotted names: `views.open`, `admin.apps.approve` … */
function methodsOf(of: object, prefix: string): readonly string[] {
  return Object.entries(of).flatMap(([name, held]) => {
    if (prefix !== '' && typeof held === 'function') return [`${prefix}${name}`];
    const isFamily = typeof held === 'object' && held !== null && Object.getPrototypeOf(held) === Object.prototype;
    return isFamily ? methodsOf(held, `${prefix}${name}.`) : [];
  });
}
