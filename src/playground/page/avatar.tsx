import type { UiPerson } from '../protocol.ts';

/** A coloured square with a person's first letter; a name in Chinese shows its last character, as is usual there. */
export function Avatar({ person }: { person: Pick<UiPerson, 'realName' | 'avatarColor'> }) {
  const letters = [...person.realName];
  const han = /\p{Script=Han}/u.test(person.realName);
  const letter = (han ? letters.filter((each) => /\p{Script=Han}/u.test(each)).at(-1) : letters[0]) ?? '?';
  return (
    <span class="avatar" style={{ backgroundColor: person.avatarColor }} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
