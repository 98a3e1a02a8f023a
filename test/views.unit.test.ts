import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages } from '../src/i18n/language.ts';
import { checkBlocks, checkView } from '../src/playground/block-rules.ts';
import { unescaped } from '../src/playground/slack-text.ts';
import { limits } from '../src/slack/limits.ts';
import * as facts from './support/hostile-facts.ts';
import { readSources } from './support/sources.ts';
import { accessViews } from './views/access.ts';
import { accountViews } from './views/accounts.ts';
import { briefViews } from './views/brief.ts';
import { cadenceViews } from './views/cadence.ts';
import { deskViews } from './views/desk.ts';
import { fieldViews } from './views/fields.ts';
import { handoverViews } from './views/handover.ts';
import { interactionViews } from './views/interactions.ts';
import { lineViews } from './views/lines.ts';
import { operationsViews } from './views/operations.ts';
import { paperViews } from './views/paper.ts';
import { reminderViews } from './views/reminders.ts';
import type { Builders, Surface } from './views/surface.ts';
import { taskViews } from './views/tasks.ts';
import { timelineViews } from './views/timeline.ts';

/** Every view builder there is. A new one fails the test until it stands in its slice's list (test/views/). */
const builders: Builders = {
  ...accessViews,
  ...fieldViews,
  ...accountViews,
  ...paperViews,
  ...timelineViews,
  ...taskViews,
  ...lineViews,
  ...cadenceViews,
  ...operationsViews,
  ...briefViews,
  ...handoverViews,
  ...reminderViews,
  ...interactionViews,
  ...deskViews,
};

const counts = [0, 1, 101, 500];
/** Longer than Slack takes, longer still when escaped, shown as nothing, broken, and everything that Slack acts on. */
const texts: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: '   \t\n',
  'a short name': 'Acme',
  'markup that pings':
    '<!channel> <!here> <!subteam^S0EVIL|x> <@U0EVIL> <#C0EVIL> <https://evil.example|click> &lt;!channel&gt;',
  '3,000 letters': 'x'.repeat(3000),
  '3,000 signs that grow': '<&>'.repeat(1000),
  'emoji sequences': '👩‍👩‍👧‍👦'.repeat(300),
  'turned-round text': 'שלום \u202Egpj.exe ',
  'half a character': '\uD83D',
  'mrkdwn signs': '* _ ~ ` | " \\ \n> quote\n```',
};

describe('Every view', () => {
  it('stands in a list of its slice', async () => {
    const files = readSources('src').filter(({ path }) => path.endsWith('.view.ts'));
    const exported = await Promise.all(
      files.map(async ({ path }) => {
        const exports: Record<string, unknown> = await import(pathToFileURL(path).href);
        const made = Object.keys(exports).filter((name) => typeof exports[name] !== 'number');
        return made.map((name) => `${path.replace(/^.*\//, '').replace(/\.ts$/, '')} ${name}`);
      }),
    );
    expect(Object.keys(builders).sort()).toEqual(exported.flat().sort());
  });

  it.each(Object.entries(builders))(
    '%s is taken by Slack and pings nobody, whatever stands in its facts and however many they are (T-40, T-41)',
    async (_name, build) => {
      const found: unknown[] = [];
      for (const [what, text] of Object.entries(texts))
        for (const language of languages)
          for (const count of counts) {
            const problems = (await build({ count, text, language })).flatMap(problemsOf);
            if (problems.length > 0) found.push({ what, language, count, problems: problems.slice(0, 5) });
          }
      expect(found).toEqual([]);
    },
  );
});

/** What Slack would refuse, and every mention or link that did not come from us. */
function problemsOf(surface: Surface): readonly unknown[] {
  const foreign = textsIn(surface)
    .flatMap(unescaped)
    .filter((token) => !ours.test(token));
  if ('modal' in surface) return [...checkView(surface.modal), ...foreign];
  if ('home' in surface) return [...checkView({ type: 'home', blocks: surface.home }), ...foreign];
  const { text, blocks } = surface.message;
  const tooLong = text.length > limits.messageText ? [`a text of ${text.length} characters`] : [];
  return [...checkBlocks('message', blocks), ...foreign, ...tooLong];
}

const { user, channel, site } = facts.known;
/** Mentions of the rows' own ids, links to the rows' own addresses. */
const ours = new RegExp(`^<(@${user}|#${channel}|${site}/[^<>|]*\\|[^<>|]*|(mailto|tel):[^<>|]*\\|[^<>|]*)>$`);

/** What Slack shows as text. What stands in a field, and what a button carries, it takes as it is. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const shown = Object.entries(value).filter(([key]) => !['initial_value', 'value', 'private_metadata'].includes(key));
  return shown.flatMap(([, held]) => textsIn(held));
}
