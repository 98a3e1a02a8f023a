import { describe, expect, it } from 'vitest';
import { exceptions, placeOf, problemsOf, slices } from './support/architecture.ts';
import { parseSource, readSources, type Source } from './support/sources.ts';

const sources = readSources('src');
const everything = [...sources, ...readSources('test', 'bench', 'chaos', 'scripts')];

describe('The architecture', () => {
  it('lets a file import only what its role and its place allow', () => {
    const found = sources.flatMap((source) => problemsOf(source));
    expect(found.filter(({ edge }) => !(edge in exceptions)).map(({ edge, why }) => `${edge} (${why})`)).toEqual([]);
  });

  it('keeps no exception that is not needed', () => {
    const needed = new Set(sources.flatMap((source) => problemsOf(source)).map(({ edge }) => edge));
    expect(Object.keys(exceptions).filter((edge) => !needed.has(edge))).toEqual([]);
  });

  it('knows every folder of src', () => {
    expect(sources.filter(({ path }) => placeOf(path) === null).map(({ path }) => path)).toEqual([]);
  });

  it('keeps wiring files to types', () => {
    const values = sources.filter(({ path, imports, code }) => {
      const isTypes = imports.every((each) => each.isTypeOnly) && !/^export (?!interface|type)/m.test(code);
      return path.endsWith('-wiring.ts') && !isTypes;
    });
    expect(values.map(({ path }) => path)).toEqual([]);
  });

  it('has no two files that need each other to be loaded', () => {
    expect(circleIn(sources)).toBeNull();
  });

  it('takes time and chance as arguments in every slice, and in what slices build on', () => {
    const places = [...slices, 'lib', 'i18n'].map((folder) => `src/${folder}/`);
    const found = sources
      .filter(({ path }) => places.some((place) => path.startsWith(place)))
      .flatMap(({ path, code }) =>
        matches(code, /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.\w+/g, path),
      );
    expect(found).toEqual([]);
  });

  it('reads the environment in main.ts alone', () => {
    const found = sources
      .filter(({ path }) => path !== 'src/main.ts')
      .flatMap(({ path, code }) => matches(code, /\bprocess\.env\b/g, path));
    expect(found).toEqual([]);
  });

  it('has no file over 250 lines: that is two nouns', () => {
    const long = everything.filter(({ lines }) => lines.length > 250);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([]);
  });

  it('has no utils and no index that re-exports', () => {
    expect(everything.map(({ path }) => path).filter((path) => /(^|\/)(utils?|index)(\.tsx?$|\/)/.test(path))).toEqual(
      [],
    );
  });
});

describe('The check itself', () => {
  it('sees an import that is not allowed, whatever its form', () => {
    const forms = [
      "import { a } from '../accounts/account.store.ts';",
      "import type { A } from '../accounts/account.store.ts';",
      "import {\n  a,\n  type B,\n} from '../accounts/account.store.ts';",
      "export { a } from '../accounts/account.store.ts';",
      "import '../accounts/account.store.ts';",
      "const a = await import('../accounts/account.store.ts');",
    ];
    const seen = forms.map((form) => problemsOf(parseSource('src/accounts/account.view.ts', form)).length);
    expect(seen).toEqual(forms.map(() => 1));
  });

  it.each([
    ['a later slice', 'src/access/actor.ts', "import { a } from '../accounts/account.ts';"],
    ['a database in a pure file', 'src/accounts/account.ts', "import type { Db } from '../db/work.ts';"],
    ['Slack in a flow', 'src/accounts/account.flow.ts', "import { rich } from '../slack/text.ts';"],
    ['a store behind a handler', 'src/desk/card.slack.ts', "import { a } from '../accounts/account.store.ts';"],
    ['the file system in a pure file', 'src/accounts/account.ts', "import { readFileSync } from 'node:fs';"],
    ['a business noun in the plumbing', 'src/slack/attend.ts', "import { a } from '../accounts/account.ts';"],
    ['the local Slack outside main', 'src/app.ts', "import { a } from './playground/local-slack.ts';"],
  ])('refuses %s', (_what, path, text) => {
    expect(problemsOf(parseSource(path, text))).toHaveLength(1);
  });
});

const matches = (code: string, pattern: RegExp, path: string): readonly string[] =>
  [...code.matchAll(pattern)].map(([found]) => `${path}: ${found}`);

/** The first circle of imports that a running program would meet, as a path; types are gone by then. */
function circleIn(all: readonly Source[]): string | null {
  const needs = new Map(
    all.map(({ path, imports }) => [
      path,
      imports.filter((each) => each.isOurs && !each.isTypeOnly).map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
    if (done.has(path)) return null;
    for (const next of needs.get(path) ?? []) {
      const circle = visit(next, [...trail, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const path of needs.keys()) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return null;
}
