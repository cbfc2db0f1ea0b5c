import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Delivery {
  recipient: string;
  mail: Email;
  raw: string;
}

/** What the server does with a mail; undefined: it takes it. */
export interface Conduct {
  /** Answer to RCPT TO. */
  recipient?: (address: string) => number | undefined;
  /** Answer to the text, when it is there whole. */
  text?: (delivery: Delivery) => number | 'drop' | 'never' | undefined | Promise<number | undefined>;
  /** Says nothing at all on connection. */
  mute?: boolean;
}

export interface MailServer {
  port: number;
  deliveries: Delivery[];
  conduct: Conduct;
  close(): Promise<void>;
}

/** A real SMTP server on loopback, as friendly as `conduct` says. */
export async function startMailServer(options: { secure?: boolean } = {}): Promise<MailServer> {
  const state: MailServer = { port: 0, deliveries: [], conduct: {}, close: async () => undefined };
  const sockets = new Set<Socket>();
  const refusal = (code: number) => Object.assign(new Error('as told'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    secure: options.secure ?? false,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, callback) {
      if (!state.conduct.mute) callback();
    },
    onRcptTo({ address }, _session, callback) {
      const code = state.conduct.recipient?.(address);
      callback(code === undefined ? null : refusal(code));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on(
        'end',
        () => void answer(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '', callback),
      );
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function answer(bytes: Buffer, recipient: string, callback: (error?: Error | null) => void) {
    const delivery = { recipient, mail: await PostalMime.parse(bytes), raw: bytes.toString('utf8') };
    const said = await state.conduct.text?.(delivery);
    if (typeof said === 'number') return callback(refusal(said));
    state.deliveries.push(delivery);
    if (said === 'never') return;
    if (said === 'drop') for (const socket of sockets) socket.destroy();
    else callback();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.server.address() as AddressInfo).port;
  state.close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return state;
}
