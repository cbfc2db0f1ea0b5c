/** What the domain throws; `web/` turns each into one answer. Errors of a form are returned, not thrown. */

/** There is no such record, or the actor may not know of it: the two cannot be told apart. */
export class NotFound extends Error {
  constructor() {
    super('There is nothing here, or it is not for you to see.');
    this.name = 'NotFound';
  }
}

/** The actor may know that this exists, but not do it. */
export class Forbidden extends Error {
  constructor(message = 'Your account may not do this.') {
    super(message);
    this.name = 'Forbidden';
  }
}

/** The record is no longer as it was when the actor looked: archived, or changed by somebody else. */
export class Conflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Conflict';
  }
}

/** A parameter of an address is not one of those allowed. */
export class BadRequest extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadRequest';
  }
}
