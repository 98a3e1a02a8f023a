import { note } from '../../src/access/access.view.ts';
import { personLine } from '../../src/accounts/contact.view.ts';
import { briefMessage, briefModal } from '../../src/brief/brief.view.ts';
import { briefsOf } from '../support/hostile-brief.ts';
import { contactsOf, readerOf } from '../support/hostile-facts.ts';
import { type Builders, message, window } from './surface.ts';

export const briefViews: Builders = {
  'brief.view briefMessage': (h) => briefsOf(h).map((brief) => message(briefMessage(brief, readerOf(h)))),
  'brief.view briefModal': (h) => briefsOf(h).map((brief) => window(briefModal(brief, readerOf(h)))),
  'contact.view personLine': (h) =>
    contactsOf(h)
      .slice(0, 3)
      .map((contact) => message(note(personLine(contact, h.language)))),
};
